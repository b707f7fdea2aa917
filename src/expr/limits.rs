//! Bounds that make every parse and every evaluation end, with room to spare for what people write.

/// Longest expression, in bytes.
pub const TEXT_LENGTH: usize = 64 * 1024;
/// Deepest nesting of an expression, in levels of its syntax tree; a chain such as `1 + 2 + 3` nests once per sign.
pub const TREE_DEPTH: usize = 200;
/// Deepest nesting of brackets, signs and forms in a text. Each costs several levels of the parser, so it is less than [`TREE_DEPTH`].
pub const BRACKET_DEPTH: usize = 100;
/// Deepest nesting of evaluation: syntax trees within called functions within syntax trees. It fits the smallest stacks that threads get.
pub const EVALUATION_DEPTH: usize = 250;
/// Levels of evaluation that the call of a function literal counts for.
pub const CALL_DEPTH: usize = 5;
/// Deepest nesting of lists and contexts in a value.
pub const VALUE_DEPTH: usize = 100;
/// Most values in a list or context, all levels counted.
pub const LARGEST_WEIGHT: usize = 1_000_000;
/// Longest text that an evaluation makes, in bytes.
pub const LONGEST_TEXT: usize = 1_000_000;
/// Steps of one evaluation: roughly, nodes visited and values touched.
pub const STEPS: u64 = 5_000_000;
/// Steps that a root, a logarithm, a power or an exponential costs.
pub const SERIES: usize = 500;
/// Most notes that one evaluation takes.
pub const NOTES: usize = 100;

/// A bound that was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// More steps than [`STEPS`].
    Steps,
    /// Functions called each other deeper than [`EVALUATION_DEPTH`].
    Depth,
    /// A list or context larger than [`LARGEST_WEIGHT`] or deeper than [`VALUE_DEPTH`].
    ValueSize,
    /// A text longer than [`LONGEST_TEXT`].
    TextLength,
}
