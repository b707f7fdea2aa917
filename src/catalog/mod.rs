//! Tables of the field that come with the product: base services (`assets/services.ron`), FIM's activity groups, samples.

mod samples;

pub use samples::{Sample, samples};

use serde::Deserialize;
use std::sync::LazyLock;

/// A base service or kind of software that a step can use.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its key in [`ServiceUse::service`](crate::model::ServiceUse::service).
    pub key: String,
    /// German name.
    pub german: String,
    /// English name.
    pub english: String,
    /// What it does, in German.
    pub help_german: String,
    /// What it does, in English.
    pub help_english: String,
    /// Errors that it can answer with.
    pub errors: Vec<ServiceError>,
}

/// An error that a base service can answer with.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ServiceError {
    /// The code by which boundary events catch it.
    pub code: String,
    /// German name.
    pub german: String,
    /// English name.
    pub english: String,
}

/// All base services, in the order in which they are offered.
pub fn services() -> &'static [Service] {
    static SERVICES: LazyLock<Vec<Service>> =
        LazyLock::new(|| ron::from_str(include_str!("../../assets/services.ron")).unwrap_or_default());
    &SERVICES
}

/// The service of that key.
pub fn service(key: &str) -> Option<&'static Service> {
    services().iter().find(|service| service.key == key)
}

/// FIM's Referenzaktivitätengruppen with their German names. Groups 6 and 8 have no verified name.
pub const ACTIVITY_GROUPS: [(u8, Option<&str>); 8] = [
    (1, Some("Information empfangen")),
    (2, Some("Information bereitstellen")),
    (3, Some("Sachverhalt formell prüfen")),
    (4, Some("Sachverhalt beurteilen und entscheiden ohne Spielraum")),
    (5, Some("Sachverhalt beurteilen und entscheiden mit Spielraum")),
    (6, None),
    (7, Some("Beteiligung durchführen")),
    (8, None),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_of_services_is_whole() {
        let keys: Vec<&str> = super::services().iter().map(|service| service.key.as_str()).collect();
        assert_eq!(keys.len(), 12);
        assert!(keys.contains(&"ePayment"), "{keys:?}");
    }
}
