//! The one integration crate, so that egui is linked once.

mod architecture;
mod texts;
mod tidy;
