//! Values that a library writes get the kind that what they are written to has.

use super::reading::Reading;
use super::remark::Remark;
use crate::exchange::{Note, What};
use crate::expr::{Arithmetic, Fields, Names, Part, Shape, Type, Value, parse, type_of};
use crate::model::{Assignment, Document, FieldKind, NodeKind, Subject};

impl Reading {
    /// Values get the kind that what they are written to has, where another may come: a number for a text as its digits.
    pub fn fit_values(&mut self) {
        let fields = crate::scope::fields(&self.document);
        let scripts: Vec<_> =
            self.document.nodes.values().filter(|node| matches!(node.kind, NodeKind::ScriptTask(_))).map(|it| it.id).collect();
        for id in scripts {
            let Some(node) = self.document.nodes.get(id) else { continue };
            let NodeKind::ScriptTask(assignments) = &node.kind else { continue };
            let (name, mut assignments) = (node.name.clone(), assignments.clone());
            let mut unfit = Vec::new();
            for assignment in &mut assignments {
                if let Some(fitted) = fitted(&self.document, &fields, assignment) {
                    if fitted == "null" && assignment.value != "\"\"" {
                        unfit.push(assignment.value.clone());
                    }
                    assignment.value = fitted;
                }
            }
            self.change(id, |node| node.kind = NodeKind::ScriptTask(assignments));
            let note = |value| Note::new("", &name, What::Civento(Remark::Unfit(value))).on(Subject::Node(id));
            self.notes.extend(unfit.into_iter().map(note));
        }
    }
}

/// The value of an assignment in the kind of its target, null where nothing brings it there; `None` where it has it already, or that is not
/// known.
fn fitted(document: &Document, fields: &Fields, assignment: &Assignment) -> Option<String> {
    let target = type_at(fields, &assignment.target)?;
    let tree = parse(&assignment.value, &Names::new()).ok()?;
    let value = &assignment.value;
    Some(match (target, type_of(&tree, fields)) {
        (Type::Number, Type::Number) if kind_at(document, &assignment.target) == Some(FieldKind::WholeNumber) => {
            if is_whole(document, tree.part()) {
                return None;
            }
            format!("floor({value})")
        }
        (Type::Context(_) | Type::List(_), other) if !has_room(target, &other, MOST_LEVELS) => "null".to_owned(),
        (_, Type::Null)
        | (Type::Text, Type::Text | Type::Choice(_))
        | (Type::Number, Type::Number)
        | (Type::Boolean, Type::Boolean)
        | (Type::Date, Type::Date | Type::DateTime)
        | (Type::List(_), Type::List(_))
        | (Type::Context(_), Type::Context(_))
        | (Type::Time, Type::Time)
        | (Type::DateTime, Type::DateTime) => return None,
        (Type::Text, _) => format!("string({value})"),
        (Type::Number, Type::Text | Type::Choice(_)) => format!("number({value})"),
        (Type::Number, _) => format!("number(string({value}))"),
        (Type::Date, Type::Text) => format!("date({value})"),
        (Type::Date, _) => format!("date(string({value}))"),
        (Type::Boolean, _) => format!("({value}) = true"),
        (Type::Choice(codes), Type::Text | Type::Choice(_)) => match tree.part().shape() {
            Shape::Literal(Value::Text(code)) if !codes.iter().any(|known| **known == **code) => "null".to_owned(),
            _ => return None,
        },
        (Type::Choice(_) | Type::List(_) | Type::Context(_) | Type::Time | Type::DateTime, known) if known != Type::Any => {
            "null".to_owned()
        }
        _ => return None,
    })
}

/// Objects are compared so deep.
const MOST_LEVELS: usize = 8;

/// Whether an object or list may take what is written to it: it has each of its fields, of a kind that fits.
fn has_room(target: &Type, value: &Type, levels: usize) -> bool {
    match (target, value) {
        (_, Type::Any | Type::Null) | (Type::Text, Type::Choice(_)) | (Type::Choice(_), Type::Text | Type::Choice(_)) => true,
        _ if levels == 0 => true,
        (Type::List(target), Type::List(value)) => has_room(target, value, levels - 1),
        (Type::Context(target), Type::Context(value)) => {
            value.entries.iter().all(|(name, value)| target.get(name).map_or(target.open, |target| has_room(target, value, levels - 1)))
        }
        _ => std::mem::discriminant(target) == std::mem::discriminant(value),
    }
}

/// Whether a value surely is a whole number. As deep as it nests, which its reader bounds.
fn is_whole(document: &Document, part: Part<'_>) -> bool {
    match part.shape() {
        Shape::Literal(value) => value.as_number().is_some_and(crate::expr::Number::is_whole),
        Shape::Path(names) => kind_at(document, &names.join(".")) == Some(FieldKind::WholeNumber),
        Shape::Arithmetic(Arithmetic::Plus | Arithmetic::Minus | Arithmetic::Times, left, right) => {
            is_whole(document, left) && is_whole(document, right)
        }
        Shape::Negation(inner) => is_whole(document, inner),
        Shape::Call(name, _) => ["count", "floor", "ceiling", "string length"].contains(&name),
        _ => false,
    }
}

fn kind_at(document: &Document, path: &str) -> Option<FieldKind> {
    Some(document.fields.get(document.find_path(path)?.last()?)?.kind)
}

fn type_at<'a>(fields: &'a Fields, path: &str) -> Option<&'a Type> {
    let mut names = path.split('.');
    let mut found = fields.get(names.next()?)?;
    for name in names {
        let Type::Context(inner) = found else { return None };
        found = inner.get(name)?;
    }
    Some(found)
}
