//! What an expression compares: data with constants. The material for searching values that make a condition true or false.

use super::evaluate::{Environment, Machine};
use super::tree::{Arguments, Comparison, Node, NodeKind, Test, Tests, Tree, UnaryTests};
use super::value::{Context, Value};

/// A comparison of data with a constant.
#[derive(Clone, Debug)]
pub struct Atom {
    /// What is compared: a path such as `hund.alter`, or `?` for what the cell of a decision table tests.
    pub path: String,
    /// How.
    pub sign: Comparison,
    /// With what; null where it is only asked whether there is a value.
    pub constant: Value,
}

/// All comparisons of an expression.
#[derive(Clone, Debug)]
pub struct Atoms {
    /// The comparisons, in the order of the text. A path that stands alone is compared with `true`.
    pub atoms: Vec<Atom>,
    /// Whether the expression is made of them alone, joined by "and", "or" and "not": then its truth changes only at the constants.
    pub is_plain: bool,
}

impl Tree {
    /// What the expression compares. The environment gives `today()` its day; without it, comparisons with it are not plain.
    pub fn atoms(&self, environment: &Environment) -> Atoms {
        let mut reader = Reader::new(environment);
        reader.truth(&self.root);
        reader.found
    }
}

impl UnaryTests {
    /// What the tests compare `?` with.
    pub fn atoms(&self, environment: &Environment) -> Atoms {
        let mut reader = Reader::new(environment);
        reader.tests("?", &self.tests);
        reader.found
    }
}

struct Reader<'a> {
    environment: &'a Environment,
    found: Atoms,
}

impl<'a> Reader<'a> {
    fn new(environment: &'a Environment) -> Self {
        Self { environment, found: Atoms { atoms: Vec::new(), is_plain: true } }
    }

    fn add(&mut self, path: &str, sign: Comparison, constant: Value) {
        self.found.atoms.push(Atom { path: path.to_owned(), sign, constant });
    }

    /// An expression that is to be true or false.
    fn truth(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Literal(_) => {}
            NodeKind::And(parts) | NodeKind::Or(parts) => parts.iter().for_each(|part| self.truth(part)),
            NodeKind::Name(..) | NodeKind::Path { .. } => match path(node) {
                Some(path) => self.add(&path, Comparison::Equal, true.into()),
                None => self.other(node),
            },
            NodeKind::Comparison { operator, left, right } => match (path(left), path(right)) {
                (Some(path), None) => self.compared(&path, *operator, right),
                (None, Some(path)) => self.compared(&path, mirrored(*operator), left),
                _ => self.distant(*operator, left, right),
            },
            NodeKind::Between { value, low, high } => match path(value) {
                Some(path) => {
                    self.compared(&path, Comparison::GreaterOrEqual, low);
                    self.compared(&path, Comparison::LessOrEqual, high);
                }
                None => self.other(node),
            },
            NodeKind::In { value, tests } => match path(value) {
                Some(path) => self.tests(&path, tests),
                None => self.other(node),
            },
            NodeKind::Call { callee, arguments: Arguments::Positional(arguments) } => self.call(node, callee, arguments),
            _ => self.other(node),
        }
    }

    fn call(&mut self, node: &Node, callee: &Node, arguments: &[Node]) {
        let NodeKind::Name(name, Some(_)) = &callee.kind else { return self.other(node) };
        match (&**name, arguments) {
            ("not", [inner]) => self.truth(inner),
            ("is filled", [inner]) if path(inner).is_some() => {
                self.add(&path(inner).unwrap_or_default(), Comparison::Unequal, Value::Null);
            }
            ("contains" | "starts with" | "ends with" | "list contains", [inner, constant]) if path(inner).is_some() => {
                self.found.is_plain = false;
                self.compared(&path(inner).unwrap_or_default(), Comparison::Equal, constant);
            }
            _ => self.other(node),
        }
    }

    fn compared(&mut self, path: &str, sign: Comparison, constant: &Node) {
        if let Some(value) = self.constant(constant) {
            return self.add(path, sign, value);
        }
        self.found.is_plain = false;
        self.add(path, Comparison::Unequal, Value::Null);
        self.other(constant);
    }

    /// A comparison of something computed: its constants count for all data in it.
    fn distant(&mut self, sign: Comparison, left: &Node, right: &Node) {
        self.found.is_plain = false;
        for (side, constant, sign) in [(left, right, sign), (right, left, mirrored(sign))] {
            let value = self.constant(constant).unwrap_or_default();
            for path in paths_in(side) {
                self.add(&path, sign, value.clone());
            }
        }
    }

    fn tests(&mut self, path: &str, tests: &Tests) {
        for test in &tests.tests {
            match test {
                Test::Compare(sign, node) => self.compared(path, *sign, node),
                Test::Expression { node, uses_input: false } => self.looked_in(path, node),
                Test::Expression { node, .. } => self.truth(node),
                Test::Not(tests) => self.tests(path, tests),
            }
        }
    }

    /// A value, list or range in which something is looked for.
    fn looked_in(&mut self, path: &str, node: &Node) {
        match self.constant(node) {
            Some(Value::List(list)) => list.items().iter().for_each(|item| self.add(path, Comparison::Equal, item.clone())),
            Some(Value::Range(range)) => {
                let ends = [
                    (&range.start, if range.start_included { Comparison::GreaterOrEqual } else { Comparison::Greater }),
                    (&range.end, if range.end_included { Comparison::LessOrEqual } else { Comparison::Less }),
                ];
                ends.into_iter().filter(|(end, _)| !end.is_null()).for_each(|(end, sign)| self.add(path, sign, end.clone()));
            }
            Some(value) => self.add(path, Comparison::Equal, value),
            None => {
                self.found.is_plain = false;
                self.other(node);
            }
        }
    }

    /// Something else: the data in it are known, how they matter is not.
    fn other(&mut self, node: &Node) {
        self.found.is_plain = false;
        for path in paths_in(node) {
            self.add(&path, Comparison::Unequal, Value::Null);
        }
        node.for_each_child(&mut |child| {
            if matches!(child.kind, NodeKind::And(_) | NodeKind::Or(_) | NodeKind::Comparison { .. } | NodeKind::In { .. }) {
                self.truth(child);
            }
        });
    }

    /// The value of a part without data; `None` also where it hangs on a clock that is not there.
    fn constant(&self, node: &Node) -> Option<Value> {
        if !paths_in(node).is_empty() {
            return None;
        }
        let nothing = Context::default();
        let mut machine = Machine::new(&nothing, self.environment);
        let value = machine.evaluate(node, None);
        (!value.is_null() || matches!(node.kind, NodeKind::Literal(_))).then_some(value)
    }
}

/// The same comparison with its sides changed.
const fn mirrored(sign: Comparison) -> Comparison {
    match sign {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

/// The path that a part is, if it leads to data.
fn path(node: &Node) -> Option<String> {
    match &node.kind {
        NodeKind::Name(name, None) => Some(name.to_string()),
        NodeKind::Path { of, name, .. } => Some(format!("{}.{name}", path(of)?)),
        _ => None,
    }
}

/// All paths in a part, the longest each.
fn paths_in(node: &Node) -> Vec<String> {
    if let Some(path) = path(node) {
        return vec![path];
    }
    let mut found = Vec::new();
    node.for_each_child(&mut |child| found.extend(paths_in(child)));
    found
}

#[cfg(test)]
mod tests {
    use super::super::{Names, parse, parse_unary_tests};
    use super::*;

    fn told(atoms: &Atoms) -> String {
        let each = |atom: &Atom| format!("{}{}{}", atom.path, atom.sign.sign(), atom.constant.to_feel());
        let all = atoms.atoms.iter().map(each).collect::<Vec<_>>().join(" ");
        if atoms.is_plain { all } else { format!("~ {all}") }
    }

    fn of(text: &str) -> String {
        told(&parse(text, &Names::new()).unwrap().atoms(&Environment::default()))
    }

    #[test]
    fn comparisons_with_constants_are_found() {
        assert_eq!(of("a.b > 100 and not(5 <= c) or d"), "a.b>100 c>=5 d=true");
        assert_eq!(of("a in (\"x\", \"y\") or b in [1..3["), "a=\"x\" a=\"y\" b>=1 b<3");
        assert_eq!(of("a between 1 and 2 + 3 or is filled(b)"), "a>=1 a<=5 b!=null");
    }

    #[test]
    fn what_is_computed_is_not_plain() {
        assert_eq!(of("a + b > 100"), "~ a>100 b>100");
        assert_eq!(of("a < b"), "~ a!=null b!=null".replace("a!=null", "a<null").replace("b!=null", "b>null"));
        assert_eq!(of("a > today()"), "~ a!=null", "there is no clock");
    }

    #[test]
    fn cells_compare_what_they_test() {
        let cell = |text: &str| told(&parse_unary_tests(text, &Names::new()).unwrap().atoms(&Environment::default()));
        assert_eq!(cell("> 0, [3..4]"), "?>0 ?>=3 ?<=4");
        assert_eq!(cell("not(\"x\")"), "?=\"x\"");
        assert_eq!(cell("-"), "");
    }
}
