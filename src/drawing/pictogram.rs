//! The signs of kinds, marks and states in a flow: glyphs of a font of their own, `assets/fonts/Pictograms.ttf`.
//!
//! The font holds these glyphs of Google's Material Symbols Rounded (Apache-2.0) and no others; the window has the whole of it.

macro_rules! pictograms {
    ($($name:ident = $glyph:literal, $doc:literal;)*) => {
        /// A sign by what it means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Pictogram {
            $(#[doc = $doc] $name,)*
        }

        impl Pictogram {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its character in the font.
            pub fn glyph(self) -> &'static str {
                match self {
                    $(Self::$name => $glyph,)*
                }
            }
        }
    };
}

pictograms! {
    Person = "\u{f0d3}", "A person works.";
    Manual = "\u{e769}", "Work by hand.";
    Machine = "\u{e875}", "A service works.";
    Calculate = "\u{ea5f}", "Values are computed.";
    Table = "\u{e265}", "A table decides.";
    Send = "\u{e163}", "A message goes out.";
    Receive = "\u{e156}", "A message is awaited.";
    Call = "\u{e89e}", "Another process runs.";
    Form = "\u{e0ee}", "There is a form.";
    Due = "\u{efd6}", "There is a time limit.";
    Fee = "\u{ea15}", "There is a fee.";
    Law = "\u{e90e}", "It rests on a law.";
    Letter = "\u{e159}", "A letter is written.";
    Note = "\u{f1fc}", "There is a note.";
    Loop = "\u{e042}", "It is done again and again.";
    Open = "\u{e836}", "Work has not begun.";
    InProgress = "\u{f097}", "Work has begun.";
    ToReview = "\u{e8f4}", "Work is to be looked at.";
    Done = "\u{f0be}", "Work is done.";
}
