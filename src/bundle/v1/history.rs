//! Lines of a kept history, as version 1 writes them: a document, then what each step has changed in it.

use super::content;
use super::document::sections;
use super::{Document, Text, data, decision, diagram, exercise, form, language, node, process, subject, test_case};
use crate::bundle::convert::Frozen;
use crate::model::{self, Subject};
use serde::{Deserialize, Serialize};

/// The first line of a history.
pub const HISTORY: &str = r#"(format: "dienstweg-history", version: 1, needs: "0.1.0")"#;

/// A line behind the first.
#[derive(Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "a line lives for a moment")]
pub enum Line {
    /// The document before the first step.
    Start(Document),
    /// A step on the document at a place; what stood behind that place is forgotten.
    Step { at: u64, name: Text, about: Option<subject::Subject>, next_id: u32, main_process: u32, changes: Vec<Change> },
    /// A place was gone to.
    Place(u64),
}

macro_rules! change {
    ($($section:ident: $shape:ty => $subject:ident),* $(,)?) => {
        /// What a step has changed: a row put or removed.
        #[derive(Serialize, Deserialize)]
        pub enum Change {
            $($subject($shape),)*
            Shape(diagram::Shape),
            Edge(diagram::Edge),
            Origin(language::Origin),
            Removed(subject::Subject),
            ShapeRemoved(subject::Subject),
            EdgeRemoved(subject::Subject),
            OriginRemoved(subject::Subject),
        }

        impl Change {
            /// All that differs between two documents but their numbers.
            pub fn between(before: &model::Document, after: &model::Document) -> Vec<Self> {
                let mut changes = Vec::new();
                $(
                    changes.extend(after.$section.changed_since(&before.$section).map(|(_, row)| Self::$subject(Frozen::freeze(row))));
                    let removed = after.$section.removed_since(&before.$section).map(Subject::$subject);
                    changes.extend(removed.map(|subject| Self::Removed(Frozen::freeze(&subject))));
                )*
                between_rows(&before.diagram.shapes, &after.diagram.shapes, Self::Shape, Self::ShapeRemoved, &mut changes);
                between_rows(&before.diagram.edges, &after.diagram.edges, Self::Edge, Self::EdgeRemoved, &mut changes);
                between_rows(&before.origins, &after.origins, Self::Origin, Self::OriginRemoved, &mut changes);
                changes
            }

            /// Changes a document so.
            pub fn apply(self, document: &mut model::Document) {
                let diagram = &mut document.diagram;
                match self {
                    $(Self::$subject(shape) => {
                        let row = <$shape as Frozen<_>>::thaw(shape);
                        document.$section.insert(row.id, row);
                    })*
                    Self::Removed(subject) => match subject.thaw() {
                        $(Subject::$subject(id) => drop(document.$section.remove(id)),)*
                        // A part of a form is no row of its own.
                        Subject::FormElement(..) => {}
                    },
                    Self::Shape(shape) => put(&mut diagram.shapes, shape),
                    Self::Edge(edge) => put(&mut diagram.edges, edge),
                    Self::Origin(origin) => put(&mut document.origins, origin),
                    Self::ShapeRemoved(subject) => drop(diagram.shapes.remove(subject.thaw())),
                    Self::EdgeRemoved(subject) => drop(diagram.edges.remove(subject.thaw())),
                    Self::OriginRemoved(subject) => drop(document.origins.remove(subject.thaw())),
                }
            }
        }
    };
}

sections!(change);

fn between_rows<Live: Clone, Shape: Frozen<(Subject, Live)>>(
    before: &model::Table<Subject, Live>,
    after: &model::Table<Subject, Live>,
    put: fn(Shape) -> Change,
    removed: fn(subject::Subject) -> Change,
    changes: &mut Vec<Change>,
) {
    changes.extend(after.changed_since(before).map(|(of, row)| put(Shape::freeze(&(of, row.clone())))));
    changes.extend(after.removed_since(before).map(|of| removed(Frozen::freeze(&of))));
}

fn put<Live: Clone, Shape: Frozen<(Subject, Live)>>(rows: &mut model::Table<Subject, Live>, shape: Shape) {
    let (of, live) = shape.thaw();
    rows.insert(of, live);
}
