//! What the wording of an imported rule means for the form on which it stands: ids become fields and groups at the rule's place.

use super::fim::{self, Doubt, Element, Holds, Proposal, Unread, Vocabulary, Why};
use super::frame::Frame;
use super::{Comparison, Condition, Junction, Sign, Term};
use crate::model::{
    Consequence, DataFieldId, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormField, FormRule,
};

/// A meaning for a rule that so far stands in words, to be confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// Condition in FEEL; empty: always.
    pub when: String,
    /// What follows.
    pub then: Consequence,
    /// Fields and groups that it is about.
    pub targets: Vec<FormElementId>,
    /// What in the wording does not agree with the schema.
    pub doubts: Vec<Doubt>,
}

impl Meaning {
    /// The rule with this meaning.
    pub fn of(&self, rule: &FormRule) -> FormRule {
        FormRule { when: self.when.clone(), then: Some(self.then), stays_words: false, targets: self.targets.clone(), ..rule.clone() }
    }
}

/// A field or group of the form with its FIM id.
struct Spot<'a> {
    id: String,
    element: FormElementId,
    /// The page and groups round it, outermost first.
    around: Vec<FormElementId>,
    inside: Inside<'a>,
}

enum Inside<'a> {
    Field(&'a FormField),
    Elements(&'a [FormElement]),
}

/// Proposes what the wording of a rule means: one meaning for each of its demands. The rule's targets tell its place: an element that
/// stands at several places of the form is the one nearest to it.
///
/// # Errors
/// The place in the wording that is not understood.
pub fn propose(document: &Document, form: &Form, rule: &FormRule) -> Result<Vec<Meaning>, Unread> {
    let spots = spots(document, form);
    let place = rule.targets.first().copied();
    let mut vocabulary = vocabulary(document, &spots);
    if let Some(own) = spots.iter().find(|spot| Some(spot.element) == place && !spot.id.is_empty()) {
        vocabulary.set_place(&own.id);
    }
    let proposals = fim::read(&rule.wording, &vocabulary)?;
    let proposer = Proposer { document, form, spots: &spots, place };
    let one = |proposal: &Proposal| proposer.meaning(proposal).map_err(|(id, why)| at(&rule.wording, &id, why));
    proposals.iter().map(one).collect()
}

fn at(wording: &str, id: &str, why: Why) -> Unread {
    let start = wording.find(id).unwrap_or(0);
    Unread { at: start..(start + id.len()).min(wording.len()), why }
}

struct Proposer<'a> {
    document: &'a Document,
    form: &'a Form,
    spots: &'a [Spot<'a>],
    place: Option<FormElementId>,
}

type Fault = (String, Why);

impl<'a> Proposer<'a> {
    fn meaning(&self, proposal: &Proposal) -> Result<Meaning, Fault> {
        let targets: Vec<FormElementId> = proposal.targets.iter().map(|id| Ok(self.spot(id)?.element)).collect::<Result<_, Fault>>()?;
        let frame = Frame::of(self.document, self.form, &targets);
        let when = self.condition(&proposal.when, &frame)?;
        Ok(Meaning { when: when.to_feel(), then: proposal.then, targets, doubts: proposal.doubts.clone() })
    }

    /// The element of that id in the smallest part of the form round the rule's place in which there is one.
    fn spot(&self, id: &str) -> Result<&'a Spot<'a>, Fault> {
        let all: Vec<&Spot<'_>> = self.spots.iter().filter(|spot| spot.id == id).collect();
        let round_place = self.place.and_then(|place| self.spots.iter().find(|spot| spot.element == place)).map(|spot| &spot.around);
        let levels = self.place.into_iter().chain(round_place.into_iter().flatten().rev().copied());
        for level in levels {
            let mut here = all.iter().filter(|spot| spot.element == level || spot.around.contains(&level));
            if let Some(first) = here.next() {
                return if here.next().is_none() { Ok(first) } else { Err((id.to_owned(), Why::Ambiguous)) };
            }
        }
        match all.as_slice() {
            [only] => Ok(only),
            [] => Err((id.to_owned(), Why::UnknownElement)),
            _ => Err((id.to_owned(), Why::Ambiguous)),
        }
    }

    fn condition(&self, condition: &Condition, frame: &Frame<'_>) -> Result<Condition, Fault> {
        let mut terms = Vec::with_capacity(condition.terms.len());
        let mut junction = condition.junction;
        for term in &condition.terms {
            match term {
                Term::One(comparison) => {
                    let (own, comparisons) = self.comparison(comparison, frame)?;
                    if condition.terms.len() == 1 {
                        junction = own;
                    }
                    if own == junction || comparisons.len() == 1 {
                        terms.extend(comparisons.into_iter().map(Term::One));
                    } else {
                        terms.push(Term::Group(comparisons));
                    }
                }
                Term::Group(comparisons) => {
                    let mut group = Vec::new();
                    for comparison in comparisons {
                        let (own, inner) = self.comparison(comparison, frame)?;
                        if inner.len() > 1 && own != junction.other() {
                            return Err((comparison.path.clone(), Why::Ambiguous));
                        }
                        group.extend(inner);
                    }
                    terms.push(Term::Group(group));
                }
            }
        }
        Ok(Condition { junction, terms })
    }

    /// A comparison in terms of the form; that a group is filled in means that a field in it is.
    fn comparison(&self, comparison: &Comparison, frame: &Frame<'_>) -> Result<(Junction, Vec<Comparison>), Fault> {
        let fault = |why| (comparison.path.clone(), why);
        let path = |field: &FormField| frame.path(&field.data).ok_or_else(|| fault(Why::Ambiguous));
        match &self.spot(&comparison.path)?.inside {
            Inside::Field(field) => Ok((Junction::All, vec![Comparison { path: path(field)?, ..comparison.clone() }])),
            Inside::Elements(elements) => {
                let junction = match comparison.sign {
                    Sign::Filled => Junction::Any,
                    Sign::Empty => Junction::All,
                    _ => return Err(fault(Why::NotUnderstood)),
                };
                let mut fields = Vec::new();
                fields_in(elements, &mut fields);
                let comparisons: Vec<Comparison> = fields
                    .into_iter()
                    .map(|field| Ok(Comparison { path: path(field)?, ..comparison.clone() }))
                    .collect::<Result<_, Fault>>()?;
                if comparisons.is_empty() { Err(fault(Why::NotUnderstood)) } else { Ok((junction, comparisons)) }
            }
        }
    }
}

fn fields_in<'a>(elements: &'a [FormElement], found: &mut Vec<&'a FormField>) {
    for element in elements {
        match &element.kind {
            ElementKind::Field(field) => found.push(field),
            ElementKind::Group(group) => fields_in(&group.elements, found),
            _ => {}
        }
    }
}

/// All elements of the form that have a FIM id. That of a page or group is told by the data in which all its fields lie.
fn spots<'a>(document: &Document, form: &'a Form) -> Vec<Spot<'a>> {
    let mut found = Vec::new();
    for page in &form.pages {
        group(document, page.id, &page.elements, &mut Vec::new(), 0, &mut found);
    }
    found
}

fn group<'a>(
    document: &Document,
    element: FormElementId,
    elements: &'a [FormElement],
    around: &mut Vec<FormElementId>,
    depth: usize,
    found: &mut Vec<Spot<'a>>,
) {
    let shared = shared_path(elements);
    let own = shared.get(..=depth).and_then(<[DataFieldId]>::last).and_then(|field| object_id(document, *field));
    let depth = depth + usize::from(own.is_some());
    let id = own.unwrap_or_default();
    found.push(Spot { id, element, around: around.clone(), inside: Inside::Elements(elements) });
    around.push(element);
    for element in elements {
        match &element.kind {
            ElementKind::Group(inner) => group(document, element.id, &inner.elements, around, depth, found),
            ElementKind::Field(field) => {
                let id = field.data.last().and_then(|last| document.fields.get(last)).map(|field| field.fim_id.clone()).unwrap_or_default();
                found.push(Spot { id, element: element.id, around: around.clone(), inside: Inside::Field(field) });
            }
            _ => {}
        }
    }
    around.pop();
}

/// The way on which all fields among the elements lie, without the fields themselves.
fn shared_path(elements: &[FormElement]) -> Vec<DataFieldId> {
    let mut fields = Vec::new();
    fields_in(elements, &mut fields);
    let outer = |DataPath(path): &DataPath| path.split_last().map(|(_, outer)| outer.to_vec()).unwrap_or_default();
    let mut paths = fields.into_iter().map(|field| outer(&field.data));
    let first = paths.next().unwrap_or_default();
    paths.fold(first, |shared, path| {
        shared.into_iter().zip(path).take_while(|(left, right)| left == right).map(|(field, _)| field).collect()
    })
}

fn object_id(document: &Document, field: DataFieldId) -> Option<String> {
    let field = document.fields.get(field)?;
    let object = document.objects.get(field.kind.object()?)?;
    Some(if object.fim_id.is_empty() { field.fim_id.clone() } else { object.fim_id.clone() })
}

fn vocabulary(document: &Document, spots: &[Spot<'_>]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for spot in spots.iter().filter(|spot| !spot.id.is_empty()) {
        let element = match &spot.inside {
            Inside::Elements(_) => {
                let objects = document.objects.values().filter(|object| object.fim_id == spot.id);
                Element { names: objects.map(|object| object.name.clone()).collect(), holds: Holds::Elements }
            }
            Inside::Field(field) => {
                let Some(data) = field.data.last().and_then(|last| document.fields.get(last)) else { continue };
                let names = [&data.name, &field.label].into_iter().filter(|name| !name.trim().is_empty()).cloned().collect();
                Element { names, holds: holds(document, data.kind) }
            }
        };
        vocabulary.insert(&spot.id, element);
    }
    vocabulary
}

fn holds(document: &Document, kind: FieldKind) -> Holds {
    match kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone => Holds::Text,
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => Holds::Number,
        FieldKind::YesNo => Holds::Truth,
        FieldKind::Choice(list) => {
            let entries = document.code_lists.get(list).map_or(&[][..], |list| &list.entries);
            Holds::Codes(entries.iter().map(|entry| (entry.code.clone(), entry.label.clone())).collect())
        }
        _ => Holds::Other,
    }
}
