//! Operators by their rank: `or`, `and`, comparison, sum, product, power, sign.

use super::super::tree::{Arithmetic, Comparison, Node, NodeKind, Test, Tests};
use super::super::value::Value;
use super::{Parsed, Parser};

/// Rank of an operator; the later binds the tighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Power,
    Sign,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Compare(Comparison),
    Between,
    In,
    Arithmetic(Arithmetic),
}

/// Signs, the longer first where one starts with another.
const SIGNS: [(&str, Operator); 11] = [
    ("**", Operator::Arithmetic(Arithmetic::Power)),
    ("*", Operator::Arithmetic(Arithmetic::Times)),
    ("/", Operator::Arithmetic(Arithmetic::Divide)),
    ("+", Operator::Arithmetic(Arithmetic::Plus)),
    ("-", Operator::Arithmetic(Arithmetic::Minus)),
    ("<=", Operator::Compare(Comparison::LessOrEqual)),
    (">=", Operator::Compare(Comparison::GreaterOrEqual)),
    ("<", Operator::Compare(Comparison::Less)),
    (">", Operator::Compare(Comparison::Greater)),
    ("!=", Operator::Compare(Comparison::Unequal)),
    ("=", Operator::Compare(Comparison::Equal)),
];

const WORDS: [(&str, Operator); 4] = [("or", Operator::Or), ("and", Operator::And), ("between", Operator::Between), ("in", Operator::In)];

impl Operator {
    pub(super) const fn level(self) -> Level {
        match self {
            Self::Or => Level::Or,
            Self::And => Level::And,
            Self::Compare(_) | Self::Between | Self::In => Level::Comparison,
            Self::Arithmetic(Arithmetic::Plus | Arithmetic::Minus) => Level::Sum,
            Self::Arithmetic(Arithmetic::Times | Arithmetic::Divide) => Level::Product,
            Self::Arithmetic(Arithmetic::Power) => Level::Power,
        }
    }
}

impl Level {
    const fn above(self) -> Self {
        match self {
            Self::Or => Self::And,
            Self::And => Self::Comparison,
            Self::Comparison => Self::Sum,
            Self::Sum => Self::Product,
            Self::Product => Self::Power,
            Self::Power | Self::Sign => Self::Sign,
        }
    }
}

impl Parser<'_> {
    /// An expression of operators of at least this rank.
    pub(super) fn binary(&mut self, lowest: Level) -> Parsed {
        let left = self.sign()?;
        self.binary_after(left, lowest)
    }

    /// Goes on after a left side that was read already.
    pub(super) fn binary_after(&mut self, mut left: Node, lowest: Level) -> Parsed {
        while let Some((operator, end)) = self.operator()? {
            if operator.level() < lowest {
                break;
            }
            self.cursor.position = end;
            left = self.right_side(left, operator)?;
        }
        Ok(left)
    }

    /// The operator that is next and where it ends, without passing it.
    pub(super) fn operator(&mut self) -> Parsed<Option<(Operator, usize)>> {
        self.cursor.skip_space()?;
        let (rest, word) = (self.cursor.rest(), self.cursor.word());
        let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
        let found = sign.or_else(|| WORDS.iter().find(|(name, _)| *name == word));
        Ok(found.map(|(text, operator)| (*operator, self.cursor.position + text.len())))
    }

    fn right_side(&mut self, left: Node, operator: Operator) -> Parsed {
        let start = left.span.start;
        let kind = match operator {
            Operator::Or => NodeKind::Or(self.chain(left, operator)?),
            Operator::And => NodeKind::And(self.chain(left, operator)?),
            Operator::Between => {
                let low = Box::new(self.binary(Level::Sum)?);
                self.expect_word("and")?;
                NodeKind::Between { value: Box::new(left), low, high: Box::new(self.binary(Level::Sum)?) }
            }
            Operator::In => NodeKind::In { value: Box::new(left), tests: self.tests_after_in()? },
            Operator::Compare(operator) => {
                NodeKind::Comparison { operator, left: Box::new(left), right: Box::new(self.item_of(Level::Sum)?) }
            }
            Operator::Arithmetic(sign) => {
                let right = Box::new(self.binary(operator.level().above())?);
                NodeKind::Arithmetic { operator: sign, left: Box::new(left), right }
            }
        };
        self.node(kind, start)
    }

    /// `and` and `or` join any number of parts on one level, so that a long list of conditions is not deep.
    fn chain(&mut self, left: Node, operator: Operator) -> Parsed<Vec<Node>> {
        let mut parts = vec![left];
        loop {
            parts.push(self.binary(operator.level().above())?);
            match self.operator()? {
                Some((next, end)) if next == operator => self.cursor.position = end,
                _ => return Ok(parts),
            }
        }
    }

    /// A value with any number of `-` before it.
    fn sign(&mut self) -> Parsed {
        let start = self.start()?;
        if !self.cursor.take("-") {
            return self.postfix();
        }
        let operand = self.nested(Self::sign)?;
        match operand.kind {
            NodeKind::Literal(Value::Number(number)) => self.node(NodeKind::Literal(Value::Number(number.negated())), start),
            _ => self.node(NodeKind::Negation(Box::new(operand)), start),
        }
    }

    /// `< 5`, `>= 5` as a value, or any expression.
    pub(super) fn item(&mut self) -> Parsed {
        self.nested(|parser| parser.item_of(Level::Or))
    }

    /// The same with operators of at least this rank.
    fn item_of(&mut self, lowest: Level) -> Parsed {
        let start = self.start()?;
        match self.comparison_sign()? {
            None => self.binary(lowest),
            Some(operator) => {
                let end = Box::new(self.nested(|parser| parser.binary(Level::Sum))?);
                self.node(NodeKind::HalfRange { operator, end }, start)
            }
        }
    }

    /// Passes a comparison sign if one is next.
    pub(super) fn comparison_sign(&mut self) -> Parsed<Option<Comparison>> {
        match self.operator()? {
            Some((Operator::Compare(operator), end)) => {
                self.cursor.position = end;
                Ok(Some(operator))
            }
            _ => Ok(None),
        }
    }

    /// What may follow `in`: one test, or several in parentheses.
    fn tests_after_in(&mut self) -> Parsed<Tests> {
        let start = self.start()?;
        if !self.cursor.take("(") {
            let test = self.nested(|parser| parser.test_of(Level::Sum))?;
            return Ok(Tests { negated: false, tests: vec![test] });
        }
        let first = self.with_range_end(false, |parser| parser.nested(Self::test))?;
        self.cursor.skip_space()?;
        if self.cursor.rest().starts_with("..") {
            let Test::Expression { node, .. } = first else {
                return Err(self.cursor.unexpected(super::Expected::Word(")")));
            };
            let range = self.range_after(node, start, false)?;
            return Ok(Tests { negated: false, tests: vec![Test::Expression { node: range, uses_input: false }] });
        }
        let mut tests = vec![first];
        while self.take(",")? {
            tests.push(self.nested(Self::test)?);
        }
        self.expect(")")?;
        self.single_in_parentheses(tests)
    }

    /// `x in (a) + b`: the parentheses belonged to the expression.
    fn single_in_parentheses(&mut self, mut tests: Vec<Test>) -> Parsed<Tests> {
        if let [Test::Expression { uses_input: false, .. }] = tests.as_slice()
            && let Some(Test::Expression { node, .. }) = tests.pop()
        {
            let node = self.postfix_after(node)?;
            let node = self.binary_after(node, Level::Sum)?;
            tests.push(Test::Expression { node, uses_input: false });
        }
        Ok(Tests { negated: false, tests })
    }
}
