//! Every change that a document can undergo, as data. Small on purpose: what is not about structure is a [`Command::Put`].

mod flow;

pub use flow::{FlowCommand, FlowEnd, PoolContent, Side};

use crate::edit::FormFragment;
use crate::edit::command_name::CommandName;
use crate::model::{
    Artifact, Association, CodeList, CodeListId, DataField, DataFieldId, DecisionTable, Document, DocumentTemplate, Exercise, FieldKind,
    FlowNode, Form, FormElement, FormElementId, FormId, FormRule, Lane, Language, MessageFlow, NodeId, ObjectType, ObjectTypeId, Pool,
    Process, Role, RoleKind, SequenceFlow, Setting, Source, Subject, TestCase,
};

/// A change to a document. New elements get their identities from the document's counter and are
/// named in [`Committed::created`](super::Committed::created).
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a command lives for a moment, alone or in a short batch")]
pub enum Command {
    /// Several changes as one step of the history, in order; refused as a whole.
    Batch {
        /// What the history calls it.
        name: CommandName,
        /// The changes.
        commands: Vec<Command>,
    },
    /// Puts a changed copy of an element in its place: all that inspectors and text fields do.
    /// Structure (process, parent, host, ends of a flow, page tree's identities) cannot be changed by it.
    Put(Record),
    /// Takes elements out, with all that hangs on them; a step between two others leaves them connected.
    Remove(Vec<Subject>),
    /// A change of the flow and its picture.
    Flow(FlowCommand),
    /// A change of the data, forms and other parts.
    Content(ContentCommand),
}

impl Command {
    /// How many elements it changes at least: those that it names or brings.
    pub fn extent(&self) -> usize {
        match self {
            Self::Batch { commands, .. } => commands.iter().map(Self::extent).sum(),
            Self::Remove(subjects) => subjects.len(),
            Self::Flow(command) => command.extent(),
            Self::Put(_) | Self::Content(_) => 1,
        }
    }
}

/// Changes of data, forms and the other parts beside the flow.
#[derive(Clone, Debug, PartialEq)]
pub enum ContentCommand {
    /// A new process that others can call.
    AddProcess {
        /// Its name; the key is made from it.
        name: String,
    },
    /// A new role.
    AddRole {
        /// Its name.
        name: String,
        /// Its kind.
        kind: RoleKind,
    },
    /// A new object type.
    AddObjectType {
        /// Its name; the key is made from it.
        name: String,
    },
    /// A new field of an object type, at the end.
    AddDataField {
        /// The object type.
        object: ObjectTypeId,
        /// Its name; the key is made from it.
        name: String,
        /// Its kind.
        kind: FieldKind,
    },
    /// A new object type together with the field of another one that holds it, at the end.
    AddNestedObject {
        /// The object type that is to hold it.
        object: ObjectTypeId,
        /// Its name, and that of the field.
        name: String,
        /// Whether it is held many times, as a list.
        is_list: bool,
    },
    /// Moves a field among the fields of its object or into another object. Data paths of forms and expressions follow; where they
    /// cannot, the move is refused.
    MoveDataField {
        /// The field.
        field: DataFieldId,
        /// The object type where it goes.
        object: ObjectTypeId,
        /// Before which of the fields there; counted before it is taken out; their number or more: at the end.
        index: usize,
    },
    /// Copies a field behind itself, or an object type with its fields; with other keys. What they hold is shared, not copied.
    DuplicateData {
        /// A data field or an object type.
        subject: Subject,
    },
    /// A ready code list; its identity and its key are made anew.
    AddReadyCodeList(CodeList),
    /// A new code list.
    AddCodeList {
        /// Its name.
        name: String,
    },
    /// A new form with one empty page; shown by a step if one is given.
    AddForm {
        /// Its title.
        name: String,
        /// The step that is to show it.
        step: Option<NodeId>,
    },
    /// A new page at the end of a form.
    AddPage {
        /// The form.
        form: FormId,
        /// Its title.
        title: String,
    },
    /// A ready element; its identities are made anew.
    AddElement {
        /// Where it goes.
        place: FormPlace,
        /// The element.
        element: FormElement,
    },
    /// A field for new data: makes the data field too, in the case object that the form's neighbouring
    /// fields use, else in a new one named after the form; a choice without list gets a new code list.
    AddField {
        /// Where it goes.
        place: FormPlace,
        /// Its label; the key is made from it.
        label: String,
        /// Its kind; identities of lists and objects that are not in the document are made anew.
        kind: NewFieldKind,
    },
    /// Moves a page (to `place.index` among the pages), group, field or text.
    MoveElement {
        /// What is moved.
        element: FormElementId,
        /// Where to; counted before it is taken out.
        place: FormPlace,
    },
    /// A new rule at the end of a form's rules; its identity is made anew.
    AddRule {
        /// The form.
        form: FormId,
        /// The rule.
        rule: FormRule,
    },
    /// A page at the end of a form that shows all that was filled in on the pages before it.
    AddSummary {
        /// The form.
        form: FormId,
        /// Its title.
        title: String,
    },
    /// A new form over another one, whose pages it shows: for those who work on what was filled in there.
    DeriveForm {
        /// The form that it shows.
        form: FormId,
        /// What it has of its own.
        wanted: Derivation,
    },
    /// Pastes parts of forms with new identities. Fields show the data that they showed, if the document has them, they fit
    /// the place and the form does not show them yet; else new data of the same kind.
    PasteInForm {
        /// What was copied.
        fragment: FormFragment,
        /// Where it goes; whole forms need none.
        place: Option<FormPlace>,
    },
    /// Copies a form with new identities and another name.
    DuplicateForm {
        /// The form.
        form: FormId,
    },
    /// A new decision table with one input and one output.
    AddDecisionTable {
        /// Its name.
        name: String,
    },
    /// A new letter.
    AddDocumentTemplate {
        /// Its name.
        name: String,
    },
    /// A new setting.
    AddSetting {
        /// Its name.
        name: String,
        /// Its kind.
        kind: FieldKind,
    },
    /// A new test case; its identity is made anew.
    AddTestCase(TestCase),
    /// A new exercise; its identity is made anew.
    AddExercise(Exercise),
    /// Takes over the data, code lists and forms of another document, as an import gives it; identities and keys are made to fit.
    TakeUp(Box<Document>),
    /// A new language without texts.
    AddLanguage {
        /// Its tag (BCP 47), unique.
        tag: String,
        /// Its name.
        name: String,
    },
}

/// What a form over another one has of its own: one page with a decision and a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// Its title.
    pub name: String,
    /// Title of its page.
    pub page: String,
    /// Label of the field for the decision.
    pub decision: String,
    /// The possible decisions.
    pub outcomes: Vec<String>,
    /// Label of the field for a comment.
    pub comment: String,
}

/// The kind of a field that is yet to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewFieldKind {
    /// A kind that needs nothing else.
    Simple(FieldKind),
    /// One code of a list; `None` makes a new list with two entries.
    Choice(Option<CodeListId>),
    /// Several codes of a list.
    MultipleChoice(Option<CodeListId>),
    /// A list of objects of a new object type, shown as a repeatable group.
    List,
}

/// A place in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormPlace {
    /// The form.
    pub form: FormId,
    /// The page or group.
    pub container: FormElementId,
    /// Before which of its elements; their number or more: at the end.
    pub index: usize,
}

/// A whole element, for [`Command::Put`].
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant holds the element of its name")]
pub enum Record {
    Process(Process),
    Role(Role),
    Pool(Pool),
    Lane(Lane),
    Node(FlowNode),
    Flow(SequenceFlow),
    MessageFlow(MessageFlow),
    Artifact(Artifact),
    Association(Association),
    ObjectType(ObjectType),
    DataField(DataField),
    CodeList(CodeList),
    Form(Form),
    DecisionTable(DecisionTable),
    DocumentTemplate(DocumentTemplate),
    Setting(Setting),
    TestCase(TestCase),
    Exercise(Exercise),
    Language(Language),
    Source(Source),
}

impl Record {
    /// What it is a record of.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Process(it) => Subject::Process(it.id),
            Self::Role(it) => Subject::Role(it.id),
            Self::Pool(it) => Subject::Pool(it.id),
            Self::Lane(it) => Subject::Lane(it.id),
            Self::Node(it) => Subject::Node(it.id),
            Self::Flow(it) => Subject::Flow(it.id),
            Self::MessageFlow(it) => Subject::MessageFlow(it.id),
            Self::Artifact(it) => Subject::Artifact(it.id),
            Self::Association(it) => Subject::Association(it.id),
            Self::ObjectType(it) => Subject::ObjectType(it.id),
            Self::DataField(it) => Subject::DataField(it.id),
            Self::CodeList(it) => Subject::CodeList(it.id),
            Self::Form(it) => Subject::Form(it.id),
            Self::DecisionTable(it) => Subject::DecisionTable(it.id),
            Self::DocumentTemplate(it) => Subject::DocumentTemplate(it.id),
            Self::Setting(it) => Subject::Setting(it.id),
            Self::TestCase(it) => Subject::TestCase(it.id),
            Self::Exercise(it) => Subject::Exercise(it.id),
            Self::Language(it) => Subject::Language(it.id),
            Self::Source(it) => Subject::Source(it.id),
        }
    }

    /// The record that stands in the document now.
    pub fn of(document: &Document, subject: Subject) -> Option<Self> {
        Some(match subject {
            Subject::Process(id) => Self::Process(document.processes.get(id)?.clone()),
            Subject::Role(id) => Self::Role(document.roles.get(id)?.clone()),
            Subject::Pool(id) => Self::Pool(document.pools.get(id)?.clone()),
            Subject::Lane(id) => Self::Lane(document.lanes.get(id)?.clone()),
            Subject::Node(id) => Self::Node(document.nodes.get(id)?.clone()),
            Subject::Flow(id) => Self::Flow(document.flows.get(id)?.clone()),
            Subject::MessageFlow(id) => Self::MessageFlow(document.message_flows.get(id)?.clone()),
            Subject::Artifact(id) => Self::Artifact(document.artifacts.get(id)?.clone()),
            Subject::Association(id) => Self::Association(document.associations.get(id)?.clone()),
            Subject::ObjectType(id) => Self::ObjectType(document.objects.get(id)?.clone()),
            Subject::DataField(id) => Self::DataField(document.fields.get(id)?.clone()),
            Subject::CodeList(id) => Self::CodeList(document.code_lists.get(id)?.clone()),
            Subject::Form(id) | Subject::FormElement(id, _) => Self::Form(document.forms.get(id)?.clone()),
            Subject::DecisionTable(id) => Self::DecisionTable(document.decision_tables.get(id)?.clone()),
            Subject::DocumentTemplate(id) => Self::DocumentTemplate(document.document_templates.get(id)?.clone()),
            Subject::Setting(id) => Self::Setting(document.settings.get(id)?.clone()),
            Subject::TestCase(id) => Self::TestCase(document.test_cases.get(id)?.clone()),
            Subject::Exercise(id) => Self::Exercise(document.exercises.get(id)?.clone()),
            Subject::Language(id) => Self::Language(document.languages.get(id)?.clone()),
            Subject::Source(id) => Self::Source(document.sources.get(id)?.clone()),
        })
    }
}
