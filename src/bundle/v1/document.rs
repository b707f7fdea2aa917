//! The shared part of both kinds of file, as version 1 writes it: one list per kind of element, in order of identity.

use super::{content, data, decision, diagram, exercise, form, language, node, process, test_case};
use crate::bundle::{convert::Frozen, error::ReadError};
use crate::model::{self, Subject, Table};
use serde::{Deserialize, Serialize};

/// Hands the sections of a document to a macro: name of the list, shape of an element, and what names one.
macro_rules! sections {
    ($macro:ident) => {
        $macro! {
            processes: process::Process => Process,
            roles: process::Role => Role,
            pools: process::Pool => Pool,
            lanes: process::Lane => Lane,
            nodes: node::FlowNode => Node,
            flows: process::SequenceFlow => Flow,
            message_flows: process::MessageFlow => MessageFlow,
            artifacts: diagram::Artifact => Artifact,
            associations: process::Association => Association,
            objects: data::ObjectType => ObjectType,
            fields: data::DataField => DataField,
            code_lists: data::CodeList => CodeList,
            forms: form::Form => Form,
            decision_tables: decision::DecisionTable => DecisionTable,
            document_templates: content::DocumentTemplate => DocumentTemplate,
            settings: content::Setting => Setting,
            test_cases: test_case::TestCase => TestCase,
            exercises: exercise::Exercise => Exercise,
            languages: language::Language => Language,
            sources: language::Source => Source,
        }
    };
}

pub(super) use sections;

macro_rules! document {
    ($($section:ident: $shape:ty => $subject:ident),* $(,)?) => {
        /// Everything that a document holds.
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Document {
            pub next_id: u32,
            pub main_process: u32,
            $(pub $section: Vec<$shape>,)*
            pub origins: Vec<language::Origin>,
            pub shapes: Vec<diagram::Shape>,
            pub edges: Vec<diagram::Edge>,
        }

        impl Document {
            /// The shape of a live document.
            pub fn freeze(live: &model::Document) -> Self {
                let model::Document { next_id, main_process, $($section,)* origins, diagram } = live;
                Self {
                    next_id: *next_id,
                    main_process: main_process.0,
                    $($section: $section.values().map(Frozen::freeze).collect(),)*
                    origins: by_subject(origins),
                    shapes: by_subject(&diagram.shapes),
                    edges: by_subject(&diagram.edges),
                }
            }

            /// The live document; refused if an identity occurs twice in a list.
            pub fn thaw(self) -> Result<model::Document, ReadError> {
                Ok(model::Document {
                    next_id: self.next_id,
                    main_process: model::ProcessId(self.main_process),
                    $($section: {
                        let live = self.$section.into_iter().map(<$shape as Frozen<_>>::thaw);
                        table(live.map(|element| (element.id, element)), Subject::$subject)?
                    },)*
                    origins: table(self.origins.into_iter().map(Frozen::thaw), |subject| subject)?,
                    diagram: model::Diagram {
                        shapes: table(self.shapes.into_iter().map(Frozen::thaw), |subject| subject)?,
                        edges: table(self.edges.into_iter().map(Frozen::thaw), |subject| subject)?,
                    },
                })
            }
        }
    };
}

sections!(document);

fn by_subject<Live: Clone, Shape: Frozen<(Subject, Live)>>(rows: &Table<Subject, Live>) -> Vec<Shape> {
    rows.iter().map(|(of, live)| Shape::freeze(&(of, live.clone()))).collect()
}

fn table<Key: Ord + Copy, Live: Clone>(
    rows: impl Iterator<Item = (Key, Live)>,
    subject: impl Fn(Key) -> Subject,
) -> Result<Table<Key, Live>, ReadError> {
    let mut rows: Vec<(Key, Live)> = rows.collect();
    rows.sort_by_key(|(key, _)| *key);
    match rows.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(ReadError::Twice(subject(pair[0].0))),
        None => Ok(rows.into_iter().collect()),
    }
}
