//! The first fields of a file, probed alone before anything else is read.

use super::{
    error::{FileKind, Foreign, ReadError},
    fault, v1,
};
use serde::de::{Deserializer, MapAccess, Visitor};
use std::fmt;

/// Tells the kind of a file of version 1. Files of other formats and of later versions are refused.
pub(super) fn probe(text: &str) -> Result<FileKind, ReadError> {
    let mut header = Header::default();
    let mut reader = ron::Deserializer::from_str(text).map_err(|error| fault::of(text, &error))?;
    let result = reader.deserialize_struct("", &[], &mut header);
    let fault = result.err().map(|error| fault::of(text, &reader.span_error(error)));
    let kind = match (header.format.as_deref(), &fault) {
        (Some(v1::MODEL), _) => FileKind::Model,
        (Some(v1::BUNDLE), _) => FileKind::Bundle,
        (None, Some(ReadError::Truncated(place))) => return Err(ReadError::Truncated(*place)),
        _ => return Err(ReadError::Foreign(Foreign::Other)),
    };
    match header.version {
        Some(v1::VERSION) => Ok(kind),
        Some(version) if version > v1::VERSION => {
            Err(ReadError::Newer { version, known: v1::VERSION, needs: header.needs.unwrap_or_default() })
        }
        _ => Err(fault.unwrap_or(ReadError::Foreign(Foreign::Other))),
    }
}

/// What the probe has found before it met a field of no header, or a fault.
#[derive(Default)]
struct Header {
    format: Option<String>,
    version: Option<u64>,
    needs: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Format,
    Version,
    Needs,
    #[serde(other)]
    Later,
}

impl<'de> Visitor<'de> for &mut Header {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a header")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(field) = fields.next_key()? {
            match field {
                Field::Format => self.format = Some(fields.next_value()?),
                Field::Version => self.version = Some(fields.next_value()?),
                Field::Needs => self.needs = Some(fields.next_value()?),
                // Leaves the rest unread; ron then misses the closing bracket, which is no matter here.
                Field::Later => break,
            }
        }
        Ok(())
    }
}
