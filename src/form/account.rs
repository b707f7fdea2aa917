//! What an applicant's account hands over after signing in, and a made-up one for trying.

use crate::expr::{Context, Date, Value};
use crate::model::AccountAttribute;
use std::sync::Arc;

/// The attributes that somebody's account handed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account(Vec<(AccountAttribute, Value)>);

impl Account {
    /// An account with these attributes; persons and addresses are contexts with the parts of their kinds.
    pub fn new(attributes: impl IntoIterator<Item = (AccountAttribute, Value)>) -> Self {
        Self(attributes.into_iter().collect())
    }

    /// The value of an attribute; null where the account has none.
    pub fn value(&self, attribute: AccountAttribute) -> Value {
        self.0.iter().find(|(own, _)| *own == attribute).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The account of a made-up person, for trying a form out as somebody who has signed in.
    pub fn specimen() -> Self {
        let text = |text: &str| Value::text(text);
        let birth = Value::from(Date::new(1964, 8, 12));
        let person =
            [("anrede", text("Frau")), ("vorname", text("Erika")), ("nachname", text("Mustermann")), ("geburtsdatum", birth.clone())];
        let address = [("strasse", "Heidestraße"), ("hausnummer", "17"), ("plz", "51147"), ("ort", "Köln"), ("land", "Deutschland")];
        Self::new([
            (AccountAttribute::Salutation, text("Frau")),
            (AccountAttribute::Title, text("Dr.")),
            (AccountAttribute::GivenNames, text("Erika")),
            (AccountAttribute::FamilyName, text("Mustermann")),
            (AccountAttribute::BirthName, text("Gabler")),
            (AccountAttribute::DateOfBirth, birth),
            (AccountAttribute::PlaceOfBirth, text("Berlin")),
            (AccountAttribute::Nationality, text("deutsch")),
            (AccountAttribute::Person, context(person)),
            (AccountAttribute::Address, context(address.map(|(part, value)| (part, text(value))))),
            (AccountAttribute::Email, text("erika.mustermann@example.org")),
            (AccountAttribute::Phone, text("0221 1234567")),
            (AccountAttribute::CompanyName, text("Mustermann Gartenbau GmbH")),
        ])
    }
}

fn context<const PARTS: usize>(parts: [(&str, Value); PARTS]) -> Value {
    Value::from(Context::new(parts.into_iter().map(|(part, value)| (Arc::from(part), value))).ok())
}
