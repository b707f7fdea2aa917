//! A syntax tree as other rooms may read it: the common shapes told apart, everything else left whole.

use super::tree::{Arguments, Arithmetic, Comparison, Node, NodeKind, Test, Tree};
use super::value::Value;

/// A part of an expression.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a>(&'a Node);

/// What a part of an expression is.
#[derive(Clone, Debug)]
pub enum Shape<'a> {
    /// A value as it is written: `"neu"`, `-1.5`, `@"2026-09-01"`.
    Literal(&'a Value),
    /// A name, or a name with entries of it, outermost first: `hund.name`.
    Path(Vec<&'a str>),
    /// `left = right` and the other signs.
    Comparison(Comparison, Part<'a>, Part<'a>),
    /// `left + right` and the other signs.
    Arithmetic(Arithmetic, Part<'a>, Part<'a>),
    /// `-value`, where it is no number as written.
    Negation(Part<'a>),
    /// `value between low and high`.
    Between(Part<'a>, Part<'a>, Part<'a>),
    /// `if condition then … else …`.
    If(Part<'a>, Part<'a>, Part<'a>),
    /// `list[condition]`, or `list[1]`.
    Filter(Part<'a>, Part<'a>),
    /// An entry of something that is no path itself: `list[1].name`.
    Entry(Part<'a>, &'a str),
    /// `value in (a, b)` with plain expressions to look in.
    In(Part<'a>, Vec<Part<'a>>),
    /// All of them.
    And(Vec<Part<'a>>),
    /// Any of them.
    Or(Vec<Part<'a>>),
    /// A call by name with arguments by position: `contains(text, "a")`.
    Call(&'a str, Vec<Part<'a>>),
    /// `[a, b]`.
    List(Vec<Part<'a>>),
    /// Anything else.
    Other,
}

impl Tree {
    /// The whole expression as a part.
    pub fn part(&self) -> Part<'_> {
        Part(&self.root)
    }
}

impl<'a> Part<'a> {
    /// What it is. Parentheses do not show.
    pub fn shape(self) -> Shape<'a> {
        let parts = |nodes: &'a [Node]| nodes.iter().map(Part).collect::<Vec<_>>();
        match &self.0.kind {
            NodeKind::Literal(value) => Shape::Literal(value),
            NodeKind::Path { of, name, .. } => path(self.0).map_or_else(|| Shape::Entry(Part(of), name), Shape::Path),
            NodeKind::Name(name, _) => Shape::Path(vec![name]),
            NodeKind::Arithmetic { operator, left, right } => Shape::Arithmetic(*operator, Part(left), Part(right)),
            NodeKind::Negation(inner) => Shape::Negation(Part(inner)),
            NodeKind::Between { value, low, high } => Shape::Between(Part(value), Part(low), Part(high)),
            NodeKind::If { condition, then, otherwise } => Shape::If(Part(condition), Part(then), Part(otherwise)),
            NodeKind::Filter { of, condition } => Shape::Filter(Part(of), Part(condition)),
            NodeKind::Comparison { operator, left, right } => Shape::Comparison(*operator, Part(left), Part(right)),
            NodeKind::And(nodes) => Shape::And(parts(nodes)),
            NodeKind::Or(nodes) => Shape::Or(parts(nodes)),
            NodeKind::List(nodes) => Shape::List(parts(nodes)),
            NodeKind::In { value, tests } if !tests.negated => {
                let plain = |test: &'a Test| match test {
                    Test::Expression { node, uses_input: false } => Some(Part(node)),
                    _ => None,
                };
                tests.tests.iter().map(plain).collect::<Option<Vec<_>>>().map_or(Shape::Other, |parts| Shape::In(Part(value), parts))
            }
            NodeKind::Call { callee, arguments: Arguments::Positional(arguments) } => match &callee.kind {
                NodeKind::Name(name, _) => Shape::Call(name, parts(arguments)),
                _ => Shape::Other,
            },
            _ => Shape::Other,
        }
    }
}

fn path(node: &Node) -> Option<Vec<&str>> {
    match &node.kind {
        NodeKind::Name(name, _) => Some(vec![name]),
        NodeKind::Path { of, name, .. } => {
            let mut names = path(of)?;
            names.push(name);
            Some(names)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Names, parse};
    use super::*;

    fn shape_of(text: &str) -> String {
        let tree = parse(text, &Names::new()).unwrap();
        written(tree.part())
    }

    fn written(part: Part<'_>) -> String {
        let all = |parts: Vec<Part<'_>>| parts.into_iter().map(written).collect::<Vec<_>>().join(" ");
        match part.shape() {
            Shape::Literal(value) => value.to_feel(),
            Shape::Path(names) => names.join("."),
            Shape::Arithmetic(sign, left, right) => format!("({} {} {})", sign.sign(), written(left), written(right)),
            Shape::Negation(inner) => format!("(- {})", written(inner)),
            Shape::Between(value, low, high) => format!("(between {} {} {})", written(value), written(low), written(high)),
            Shape::If(condition, then, otherwise) => format!("(if {} {} {})", written(condition), written(then), written(otherwise)),
            Shape::Filter(of, condition) => format!("(filter {} {})", written(of), written(condition)),
            Shape::Entry(of, name) => format!("(. {} {name})", written(of)),
            Shape::Comparison(sign, left, right) => format!("({} {} {})", sign.sign(), written(left), written(right)),
            Shape::In(value, tests) => format!("(in {} {})", written(value), all(tests)),
            Shape::And(parts) => format!("(and {})", all(parts)),
            Shape::Or(parts) => format!("(or {})", all(parts)),
            Shape::Call(name, arguments) => format!("({name} {})", all(arguments)),
            Shape::List(parts) => format!("[{}]", all(parts)),
            Shape::Other => "?".to_owned(),
        }
    }

    #[test]
    fn common_shapes_are_told_apart() {
        assert_eq!(shape_of("a.b = 1 and (c or d < -2)"), "(and (= a.b 1) (or c (< d -2)))");
        assert_eq!(shape_of("not(is filled(a.b))"), "(not (is filled a.b))");
        assert_eq!(shape_of("a in (\"x\", \"y\")"), "(in a \"x\" \"y\")");
        assert_eq!(shape_of("a in [\"x\", \"y\"]"), "(in a [\"x\" \"y\"])");
        assert_eq!(shape_of("-a + 2 * b.c"), "(+ (- a) (* 2 b.c))");
        assert_eq!(shape_of("a.b[i + 1].c.d = null"), "(= (. (. (filter a.b (+ i 1)) c) d) null)");
        assert_eq!(shape_of("if a then b else c between 1 and 2"), "(if a b (between c 1 2))");
    }

    #[test]
    fn everything_else_stays_whole() {
        for text in ["a in (< 5)", "some x in a satisfies x", "{ a: 1 }", "contains(string: a, match: b)"] {
            assert_eq!(shape_of(text), "?", "{text}");
        }
    }
}
