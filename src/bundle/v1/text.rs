//! Texts in the file. Their length is bounded, so that no text stalls a window that has to lay it out.

use crate::model::LONGEST_SOURCE;
use serde::de::{Deserialize, Deserializer, Error};

/// No text that people read is longer, in bytes.
const LONGEST: usize = 1_000_000;

/// A text of bounded length.
#[derive(serde::Serialize)]
#[serde(transparent)]
pub struct Text(pub String);

/// The text of a kept foreign file, which nobody lays out and which may therefore be longer.
#[derive(serde::Serialize)]
#[serde(transparent)]
pub struct SourceText(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bounded(deserializer, LONGEST).map(Self)
    }
}

impl<'de> Deserialize<'de> for SourceText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bounded(deserializer, LONGEST_SOURCE).map(Self)
    }
}

fn bounded<'de, D: Deserializer<'de>>(deserializer: D, longest: usize) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.len() > longest {
        // The only lengths in the file that can be wrong; `fault` relies on that.
        return Err(D::Error::invalid_length(text.len(), &"a shorter text"));
    }
    Ok(text)
}
