//! The samples that are compiled in, for the start page.

use super::events::Event;
use crate::bundle::read_model;
use crate::catalog::{Sample, samples};
use crate::view::shell::SampleCard;
use std::sync::Arc;

/// Reads all samples. One that cannot be read is left out; a test of the samples holds that there is none.
pub(super) fn read_samples() -> Event {
    Event::Samples(samples().iter().filter_map(card).collect())
}

fn card(sample: &Sample) -> Option<SampleCard> {
    let document = read_model(sample.text.as_bytes()).ok()?.document;
    let process = document.main()?;
    let (name, description) = (process.name.clone(), process.description.clone());
    Some(SampleCard { name, description, document: Arc::new(document) })
}
