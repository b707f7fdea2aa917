//! A text in the file. Its length is bounded, so that no text stalls a window that has to lay it out.

use serde::de::{Deserialize, Deserializer, Error};

/// No text is longer, in bytes.
const LONGEST: usize = 1_000_000;

/// A text of bounded length.
#[derive(serde::Serialize)]
#[serde(transparent)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.len() > LONGEST {
            // The only length in the file that can be wrong; `fault` relies on that.
            return Err(D::Error::invalid_length(text.len(), &"a shorter text"));
        }
        Ok(Self(text))
    }
}
