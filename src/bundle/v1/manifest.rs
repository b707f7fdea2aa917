//! The manifest of a bundle, as version 1 writes it.

use super::Text;
use crate::bundle::{
    self,
    error::{ManifestPart, ReadError},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a bundle says about itself.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub key: Text,
    pub name: Text,
    pub version: Text,
    pub state: ReleaseState,
    pub valid_from: Option<Text>,
    pub created_with: Text,
    pub digest: Text,
    pub contents: Vec<Contents>,
}

/// What a bundle holds of one kind. The count is for those who read the file by eye.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    pub kind: ContentKind,
    pub count: usize,
    pub names: Vec<Text>,
}

macro_rules! mirror {
    ($($name:ident { $($variant:ident),* $(,)? })*) => {$(
        #[derive(Serialize, Deserialize)]
        pub enum $name { $($variant),* }

        impl From<bundle::$name> for $name {
            fn from(live: bundle::$name) -> Self {
                match live { $(bundle::$name::$variant => Self::$variant),* }
            }
        }

        impl From<$name> for bundle::$name {
            fn from(shape: $name) -> Self {
                match shape { $($name::$variant => Self::$variant),* }
            }
        }
    )*};
}

mirror! {
    ReleaseState { Draft, Released, Retired }

    ContentKind { Processes, Steps, Forms, Fields, CodeLists, DecisionTables, Letters, Settings, TestCases }
}

impl Manifest {
    /// The shape of a live manifest.
    pub fn freeze(live: &bundle::Manifest) -> Self {
        let bundle::Release { version, state, valid_from, created_with } = &live.release;
        Self {
            key: Text(live.key.clone()),
            name: Text(live.name.clone()),
            version: Text(version.to_string()),
            state: (*state).into(),
            valid_from: valid_from.map(|date| Text(date.to_string())),
            created_with: Text(created_with.clone()),
            digest: Text(live.digest.to_string()),
            contents: live.contents.iter().map(Contents::freeze).collect(),
        }
    }

    /// The live manifest; refused if version, date, digest or a count is not well written.
    pub fn thaw(self) -> Result<bundle::Manifest, ReadError> {
        let ill = ReadError::Manifest;
        Ok(bundle::Manifest {
            key: self.key.0,
            name: self.name.0,
            release: bundle::Release {
                version: self.version.0.parse().map_err(|_| ill(ManifestPart::Version))?,
                state: self.state.into(),
                valid_from: self.valid_from.map(|text| date(&text.0)).transpose()?,
                created_with: self.created_with.0,
            },
            digest: self.digest.0.parse().map_err(|_| ill(ManifestPart::Digest))?,
            contents: self.contents.into_iter().map(Contents::thaw).collect::<Result<_, _>>()?,
        })
    }
}

impl Contents {
    fn freeze(live: &bundle::Contents) -> Self {
        let names: Vec<_> = live.names.iter().cloned().map(Text).collect();
        Self { kind: live.kind.into(), count: names.len(), names }
    }

    fn thaw(self) -> Result<bundle::Contents, ReadError> {
        if self.count != self.names.len() {
            return Err(ReadError::Manifest(ManifestPart::Contents));
        }
        Ok(bundle::Contents { kind: self.kind.into(), names: self.names.into_iter().map(|name| name.0).collect() })
    }
}

/// A calendar date written as `2026-01-31` and in no other way that ISO 8601 has.
fn date(text: &str) -> Result<Date, ReadError> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    date.ok_or(ReadError::Manifest(ManifestPart::ValidFrom))
}
