//! How a flow looks, without a window: every element as outlines and texts, for the canvas, for SVG and for PNG alike.
//!
//! [`scene`] says what is on a canvas and in which order; [`element`] draws each kind of thing on a [`Sheet`], in points of the
//! diagram. The window's canvas is one sheet, a [`Drawing`] the other: a flat list of outlines and texts with their colours, which
//! `exchange::picture` writes. So what is exported cannot differ from what is seen. [`lettering`] breaks texts into rows for both.

pub mod colouring;
pub mod course;
mod element;
mod hyphens;
pub mod lettering;
pub mod list;
mod notes;
pub mod palette;
mod pencil;
mod picture;
mod pictogram;
mod places;
pub mod scene;
mod sheet;

pub use element::{CORNER, artifact_sign, head, node_sign, pool_sign};
pub use list::{Drawing, Group, Primitive, Text};
pub use notes::NoteSigns;
pub use palette::{Colour, Palette, ThemeName};
pub use pencil::{Ink, Pencil};
pub use pictogram::Pictogram;
pub use picture::Picture;
pub use places::Places;
pub use sheet::{Align, Corners, Line, Sheet, Wanted};
