//! The syntax tree of an expression.

use super::builtin::Builtin;
use super::limits::TREE_DEPTH;
use super::span::Span;
use super::types::Type;
use super::value::Value;
use std::sync::Arc;

/// A parsed expression. It owns all it needs; its spans are byte offsets into the text that was parsed.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(super) root: Arc<Node>,
}

/// Parsed unary tests: the cell of a decision table.
#[derive(Clone, Debug)]
pub struct UnaryTests {
    pub(super) tests: Arc<Tests>,
}

/// One part of an expression, with where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub kind: NodeKind,
    pub span: Span,
    /// Levels of nodes from here downward, at least 1.
    pub(super) depth: usize,
}

/// What a part of an expression is.
#[derive(Debug)]
pub(super) enum NodeKind {
    Literal(Value),
    /// `@"…"` that is no date, time or duration: null.
    Unreadable(Arc<str>),
    /// A name, with the built-in function of that name; a value of the scope goes first.
    Name(Arc<str>, Option<&'static Builtin>),
    Path {
        of: Box<Node>,
        name: Arc<str>,
        name_span: Span,
    },
    Filter {
        of: Box<Node>,
        condition: Box<Node>,
    },
    Call {
        callee: Box<Node>,
        arguments: Arguments,
    },
    Negation(Box<Node>),
    Arithmetic {
        operator: Arithmetic,
        left: Box<Node>,
        right: Box<Node>,
    },
    Comparison {
        operator: Comparison,
        left: Box<Node>,
        right: Box<Node>,
    },
    Between {
        value: Box<Node>,
        low: Box<Node>,
        high: Box<Node>,
    },
    In {
        value: Box<Node>,
        tests: Tests,
    },
    And(Vec<Node>),
    Or(Vec<Node>),
    If {
        condition: Box<Node>,
        then: Box<Node>,
        otherwise: Box<Node>,
    },
    For {
        iterators: Vec<Iterator>,
        body: Box<Node>,
    },
    Quantified {
        every: bool,
        iterators: Vec<Iterator>,
        condition: Box<Node>,
    },
    InstanceOf {
        value: Box<Node>,
        of: Type,
    },
    List(Vec<Node>),
    Context(Vec<Entry>),
    Range {
        start: Box<Node>,
        end: Box<Node>,
        start_included: bool,
        end_included: bool,
    },
    /// `< 5` as a value: the range below five.
    HalfRange {
        operator: Comparison,
        end: Box<Node>,
    },
    Lambda(Arc<Lambda>),
}

/// What is handed to a function.
#[derive(Debug)]
pub(super) enum Arguments {
    Positional(Vec<Node>),
    Named(Vec<(Arc<str>, Span, Node)>),
}

/// `x in list`, or `x in 1..3` with an end.
#[derive(Debug)]
pub(super) struct Iterator {
    pub name: Arc<str>,
    pub source: Node,
    pub end: Option<Node>,
}

/// One entry of a context literal.
#[derive(Debug)]
pub(super) struct Entry {
    pub name: Arc<str>,
    pub name_span: Span,
    pub value: Node,
}

/// A function literal.
#[derive(Debug)]
pub(super) struct Lambda {
    pub parameters: Vec<(Arc<str>, Type)>,
    pub body: Node,
}

/// Tests of one value, of which one must hold (or none, when negated).
#[derive(Debug)]
pub(super) struct Tests {
    pub negated: bool,
    /// Empty for `-`, which always holds.
    pub tests: Vec<Test>,
}

/// One test of a value.
#[derive(Debug)]
pub(super) enum Test {
    /// `< 5`, `= 5`.
    Compare(Comparison, Node),
    /// An expression; with `?` in it, it is the answer itself, otherwise a value, list or range to look in.
    Expression { node: Node, uses_input: bool },
    /// `not(…)` among other tests.
    Not(Tests),
}

/// Signs of arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arithmetic {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Divide,
    /// `**`
    Power,
}

/// Signs of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Arithmetic {
    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Divide => "/",
            Self::Power => "**",
        }
    }
}

impl Comparison {
    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

impl Node {
    /// A node over its children; `None` where the tree would be deeper than [`TREE_DEPTH`].
    pub fn new(kind: NodeKind, span: Span) -> Option<Self> {
        let mut deepest = 0;
        kind.for_each_child(&mut |child| deepest = deepest.max(child.depth));
        (deepest < TREE_DEPTH).then_some(Self { kind, span, depth: deepest + 1 })
    }

    /// Calls back with each part of this part, in the order of the text.
    pub fn for_each_child(&self, visit: &mut dyn FnMut(&Self)) {
        self.kind.for_each_child(visit);
    }
}

impl NodeKind {
    fn for_each_child(&self, visit: &mut dyn FnMut(&Node)) {
        match self {
            Self::Literal(_) | Self::Unreadable(_) | Self::Name(..) => {}
            Self::Path { of: node, .. }
            | Self::Negation(node)
            | Self::InstanceOf { value: node, .. }
            | Self::HalfRange { end: node, .. } => visit(node),
            Self::Filter { of: left, condition: right }
            | Self::Arithmetic { left, right, .. }
            | Self::Comparison { left, right, .. }
            | Self::Range { start: left, end: right, .. } => [left, right].into_iter().for_each(|node| visit(node)),
            Self::Between { value: first, low: second, high: third } | Self::If { condition: first, then: second, otherwise: third } => {
                for node in [first, second, third] {
                    visit(node);
                }
            }
            Self::Call { callee, arguments } => {
                visit(callee);
                arguments.for_each(visit);
            }
            Self::In { value, tests } => {
                visit(value);
                tests.for_each(visit);
            }
            Self::And(nodes) | Self::Or(nodes) | Self::List(nodes) => nodes.iter().for_each(visit),
            Self::For { iterators, body: node } | Self::Quantified { iterators, condition: node, .. } => {
                for iterator in iterators {
                    visit(&iterator.source);
                    iterator.end.iter().for_each(&mut *visit);
                }
                visit(node);
            }
            Self::Context(entries) => entries.iter().for_each(|entry| visit(&entry.value)),
            Self::Lambda(lambda) => visit(&lambda.body),
        }
    }
}

impl Arguments {
    /// Calls back with each argument.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Node)) {
        match self {
            Self::Positional(nodes) => nodes.iter().for_each(visit),
            Self::Named(nodes) => nodes.iter().for_each(|(_, _, node)| visit(node)),
        }
    }
}

impl Tests {
    /// Calls back with each expression in the tests.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Node)) {
        for test in &self.tests {
            match test {
                Test::Compare(_, node) | Test::Expression { node, .. } => visit(node),
                Test::Not(tests) => tests.for_each(visit),
            }
        }
    }
}
