//! Why there is no picture, in a sentence.

use super::Texts;
use crate::exchange::picture::TooLarge;

impl Texts {
    /// A picture would have too many pixels.
    pub fn picture_too_large(&self, fault: &TooLarge) -> String {
        self.with(
            "picture-too-large",
            &[("width", fault.width.to_string().as_str().into()), ("height", fault.height.to_string().as_str().into())],
        )
    }
}
