//! Which names an expression uses, and what values they have: the material for "because betrag = 120.50".

use super::evaluate::Scope;
use super::span::Span;
use super::tree::{Node, NodeKind, Tree, UnaryTests};
use super::value::Value;
use std::sync::Arc;

/// A name from the scope, with the entries that are taken from it: `anschrift.plz`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UsedName {
    /// Where it stands, whole.
    pub span: Span,
    /// Name and entries, outermost first. Entries of lists are among them (`kinder.name`).
    pub path: Vec<Arc<str>>,
    /// Where each part of the path stands.
    pub parts: Vec<Span>,
}

/// A used name with its value.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Which name.
    pub name: UsedName,
    /// Its value; null where it has none.
    pub value: Value,
}

impl Tree {
    /// The names from the scope that the expression uses, in the order of the text. Names that the expression itself brings up (iterators,
    /// parameters, entries) are not among them; names within a filter are, as they may stand for either.
    pub fn used_names(&self) -> Vec<UsedName> {
        let mut collector = Collector::default();
        collector.visit(&self.root);
        collector.found.sort();
        collector.found
    }

    /// The used names that the scope knows, with their values, each once.
    pub fn explain(&self, scope: &dyn Scope) -> Vec<Explained> {
        let mut seen = Vec::new();
        let mut explained = Vec::new();
        for name in self.used_names() {
            if seen.contains(&name.path) {
                continue;
            }
            seen.push(name.path.clone());
            if let Some(value) = value_at(scope, &name.path) {
                explained.push(Explained { name, value });
            }
        }
        explained
    }
}

impl UnaryTests {
    /// The names from the scope that the tests use, without `?`.
    pub fn used_names(&self) -> Vec<UsedName> {
        let mut collector = Collector::default();
        self.tests.for_each(&mut |node| collector.visit(node));
        collector.found.sort();
        collector.found
    }
}

fn value_at(scope: &dyn Scope, path: &[Arc<str>]) -> Option<Value> {
    let (first, rest) = path.split_first()?;
    let mut value = scope.value(first)?;
    for name in rest {
        value = member(&value, name);
    }
    Some(value)
}

fn member(value: &Value, name: &str) -> Value {
    match value {
        Value::Context(context) => context.get(name).cloned().unwrap_or_default(),
        Value::List(list) => {
            let members = list.items().iter().map(|item| member(item, name)).collect();
            super::value::List::new(members).ok().into()
        }
        other => super::evaluate::property(other, name).unwrap_or_default(),
    }
}

#[derive(Default)]
struct Collector {
    found: Vec<UsedName>,
    /// Names that the expression brings up around the part at hand.
    own: Vec<Arc<str>>,
}

impl Collector {
    fn visit(&mut self, node: &Node) {
        if let Some((used, foreign)) = self.path(node) {
            self.found.extend(foreign.then_some(used));
            return;
        }
        let before = self.own.len();
        match &node.kind {
            NodeKind::For { iterators, body } | NodeKind::Quantified { iterators, condition: body, .. } => {
                for iterator in iterators {
                    self.visit(&iterator.source);
                    iterator.end.iter().for_each(|end| self.visit(end));
                    self.own.push(Arc::clone(&iterator.name));
                }
                self.own.push(Arc::from("partial"));
                self.visit(body);
            }
            NodeKind::Lambda(lambda) => {
                self.own.extend(lambda.parameters.iter().map(|(name, _)| Arc::clone(name)));
                self.visit(&lambda.body);
            }
            NodeKind::Context(entries) => {
                for entry in entries {
                    self.visit(&entry.value);
                    self.own.push(Arc::clone(&entry.name));
                }
            }
            NodeKind::Filter { of, condition } => {
                self.visit(of);
                self.own.push(Arc::from("item"));
                self.visit(condition);
            }
            _ => node.for_each_child(&mut |child| self.visit(child)),
        }
        self.own.truncate(before);
    }

    /// The path that the node is, and whether it leads into the scope: a name of the expression's own or a function does not. `None` where
    /// it is no path.
    fn path(&self, node: &Node) -> Option<(UsedName, bool)> {
        match &node.kind {
            NodeKind::Name(name, builtin) => {
                let own = builtin.is_some() || name.as_ref() == "?" || self.own.contains(name);
                let used = UsedName { span: node.span, path: vec![Arc::clone(name)], parts: vec![node.span] };
                Some((used, !own))
            }
            NodeKind::Path { of, name, name_span } => {
                let (mut used, foreign) = self.path(of)?;
                used.span = node.span;
                used.path.push(Arc::clone(name));
                used.parts.push(*name_span);
                Some((used, foreign))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Names, parse};
    use super::*;

    fn used(text: &str) -> Vec<String> {
        let tree = parse(text, &Names::from_iter(["erste zahl"])).unwrap();
        tree.used_names().iter().map(|name| name.path.join(".")).collect()
    }

    #[test]
    fn names_of_the_scope_are_found_with_their_entries() {
        assert_eq!(
            used("betrag > 100 and anschrift.plz = \"1\" or erste zahl < betrag"),
            ["betrag", "anschrift.plz", "erste zahl", "betrag"]
        );
        assert_eq!(used("string length(name) + sum([a, b])"), ["name", "a", "b"]);
    }

    #[test]
    fn names_of_the_expression_itself_are_not() {
        assert_eq!(used("some kind in kinder satisfies kind.alter < grenze"), ["kinder", "grenze"]);
        assert_eq!(used("{a: b, c: a}"), ["b"]);
        assert_eq!(used("(function(x) x + y)(1)"), ["y"]);
    }

    #[test]
    fn values_are_told_once_for_each_name() {
        let scope = Context::new([(Arc::from("betrag"), Value::from(120))]).unwrap();
        let tree = parse("betrag > 100 and betrag < 200 and fehlt", &Names::new()).unwrap();
        let explained = tree.explain(&scope);
        assert_eq!(explained.len(), 1);
        assert_eq!(explained[0].name.span, Span::new(0, 6));
        assert_eq!(explained[0].value.to_feel(), "120");
    }
}
