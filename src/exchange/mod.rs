//! Formats of other programs, read into documents and written from them, each with a report of what was taken, changed and left out.
//!
//! [`xml`] is the only place that knows how XML is read: within limits, without entities, with line and column of what is wrong.

pub mod encoding;
pub mod xml;
