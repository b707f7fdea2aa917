//! Draws what the canvas shows: elements as [`crate::drawing`] has them, and what only the window adds to them.

mod badge;
mod far;
mod highlight;
mod line;
mod overlay;
mod pen;
mod room;
mod screen;
mod sign;

pub use badge::badges;
pub use far::Far;
pub use highlight::{Light, highlight, kept, outline, selected};
pub use overlay::{Mark, Overlay, Token, overlay};
pub use pen::{Ink, Pen};
pub use room::room;
pub use sign::{artifact_sign, node_sign, pool_sign, tint_sign};

/// Below this zoom elements are drawn as flat shapes in one mesh, without text.
pub const FAR: f64 = 0.36;
/// More selected elements than this are marked by flat shapes in one mesh.
const MANY: usize = 200;
