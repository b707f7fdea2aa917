//! A person, with the fields beside it that belong to it.

use super::super::parts::{BESIDE, OF_PERSON};
use super::super::standard::Look;
use super::widget::{Field, look};
use super::{Draft, Drafting};
use crate::form::usual_demand;
use crate::model::{DataField, DataFieldId, DataPath, Demand, FieldKind, Subject};

impl Drafting<'_> {
    /// What a `Personendatensatz` says of its parts.
    pub(super) fn person(&self, field: &Field<'_>) -> Vec<Draft> {
        let form = field.form_field();
        let demand = |part: &str| form.and_then(|form| form.demand(part)).unwrap_or_else(|| usual_demand(FieldKind::Person, part));
        let takes_over = form.is_some_and(|form| form.account.is_some());
        let shown = |is_shown: bool| if is_shown { Look::Shown } else { Look::Hidden };
        let mut made =
            vec![Draft::text("Art", "ExternNatuerlichePersonen"), Draft::text("DarstellungASDatenUerbernahme", shown(takes_over).word())];
        for (name, parts) in OF_PERSON {
            let demands: Vec<Demand> = parts.iter().map(|part| demand(part)).collect();
            let look = match () {
                () if demands.contains(&Demand::Required) => Look::Required,
                () if demands.contains(&Demand::Optional) => Look::Shown,
                () => Look::Hidden,
            };
            made.push(Draft::text(name, look.word()));
        }
        for part in &BESIDE {
            let look = self.beside(field.data, part.name).map_or(Look::Hidden, |beside| self.look_of(field, beside));
            made.push(Draft::text(part.element, look.word()));
        }
        made
    }

    /// The field that holds a part of a person which persons here do not have.
    fn beside(&self, person: &DataField, part: &str) -> Option<DataFieldId> {
        let own = format!("{}.{part}", self.origin(Subject::DataField(person.id))?);
        let object = self.document.objects.get(person.object)?;
        object.fields.iter().copied().find(|field| self.origin(Subject::DataField(*field)) == Some(own.as_str()))
    }

    fn look_of(&self, person: &Field<'_>, beside: DataFieldId) -> Look {
        let mut path = person.form_field().map_or_else(|| DataPath::field(beside), |field| field.data.clone());
        if let Some(last) = path.0.last_mut() {
            *last = beside;
        }
        self.shown.get(&path).map_or(Look::Hidden, |shown| look(shown.element, Some(shown.field)))
    }

    /// Whether a field belongs to a person beside it.
    pub(super) fn is_beside(&self, field: &DataField) -> bool {
        let Some((of, part)) = self.origin(Subject::DataField(field.id)).and_then(|id| id.rsplit_once('.')) else { return false };
        let is_part = BESIDE.iter().any(|beside| beside.name == part);
        let object = self.document.objects.get(field.object);
        let mut fields = object.iter().flat_map(|object| self.document.fields_of(object));
        is_part && fields.any(|other| other.kind == FieldKind::Person && self.origin(Subject::DataField(other.id)) == Some(of))
    }
}
