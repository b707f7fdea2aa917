//! Law, values, letters and settings, as version 1 writes them.

use super::{Text, data::FieldKind};
use crate::bundle::convert::record;

record! {
    LegalBasis { law: Text, paragraph: Text, link: Text }

    Assignment { target: Text, value: Text }

    DocumentTemplate { id: u32, key: Text, name: Text, subject: Text, body: Text }

    Setting { id: u32, key: Text, name: Text, description: Text, kind: FieldKind, default_value: Text, is_required: bool }
}
