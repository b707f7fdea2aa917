//! Files of other programs: read beside the window, taken as a new procedure or into the open one, and reported on.

use super::App;
use super::errands::Errand;
use super::events::Event;
use super::files::{self, Question, Trouble};
use super::workspace::{Report, Workspace};
use crate::edit::{Command, CommandName, ContentCommand, Record};
use crate::exchange::{At, File, ImportError, Imported, Note, Weight, import};
use crate::i18n::Texts;
use crate::model::{Document, Form, FormRule, Subject};
use crate::rule::propose;
use crate::storage;
use crate::view::dialogs::{Dialog, ImportQuestion, ImportReport, Outcome, ReportLine, ReportView, RuleOffer};
use crate::view::{Action, Place};
use egui::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How the names of files usually end that are taken in. Which format a file has is seen by what is in it.
pub(super) const ENDINGS: &[&str] = &["bpmn", "xml", "gc", "csv", "tsv", "txt", "json"];

/// So many bytes tell what a file is.
const HEAD: usize = 64;

/// Why files were not taken in.
pub(super) enum NotImported {
    /// A file could not be read.
    File(PathBuf, Trouble),
    /// What is in them is nothing that the studio takes in.
    Unfit(ImportError),
}

/// Whether a file or folder is one of another program.
pub(super) fn is_foreign(path: &Path) -> bool {
    path.is_dir() || path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

impl App {
    /// Asks which files are to be taken in.
    pub(super) fn ask_what_to_import(&mut self, context: &Context) {
        let (title, kinds) = (self.texts.get("import-pick-title").to_owned(), self.texts.get("import-kinds").to_owned());
        self.ask_system(context, Errand::Import, Question::ReadSeveral { title, kinds, endings: ENDINGS });
    }

    /// Asks which folder is to be taken in.
    pub(super) fn ask_which_folder_to_import(&mut self, context: &Context) {
        let (title, folder) = (self.texts.get("import-folder-title").to_owned(), self.usual_folder());
        self.ask_system(context, Errand::ImportFolder, Question::Folder { title, folder });
    }

    /// Reads files on a thread of its own: a schema together with its code lists.
    pub(super) fn import_files(&mut self, context: &Context, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.events.spawn(context, move || Event::Imported(read_all(&paths)));
        }
    }

    /// Shows what was read and asks where it goes, or says why it cannot be taken.
    pub(super) fn take_imported(&mut self, outcome: Result<Box<Imported>, NotImported>) {
        match outcome {
            Ok(imported) if !imported.document.nodes.is_empty() => self.open_flow(*imported),
            Ok(imported) => {
                self.imported.push_back(imported);
                self.ask_next_import();
            }
            Err(NotImported::File(path, trouble)) => self.tell_trouble(&path, &trouble),
            Err(NotImported::Unfit(error)) => self.notices.fail(self.texts.import_error(&error)),
        }
    }

    /// Asks where goes what was read and waits, unless something else is asked.
    pub(super) fn ask_next_import(&mut self) {
        let Some(imported) = self.imported.front().filter(|_| self.dialog.is_none()) else { return };
        let name = name_of(&imported.document);
        let open = self.workspace().map(|workspace| workspace.name(&self.texts));
        let report = ReportView::new(lines(&self.texts, None, &imported.report));
        self.dialog = Some(Dialog::Import(ImportQuestion { open, name, report }));
    }

    /// A flow is a procedure of its own: it opens beside the others, with its report.
    fn open_flow(&mut self, imported: Imported) {
        let mut workspace = Workspace::of_read(imported.document, None);
        workspace.report = Report { title: "import-report", notes: imported.report };
        self.add_workspace(workspace);
        self.show_report();
    }

    /// Takes in what was read, as a new procedure or into the open one, and shows the report.
    pub(super) fn adopt_imported(&mut self, is_new: bool) {
        let Some(imported) = self.imported.pop_front() else { return };
        if is_new || self.shown.is_none() {
            let workspace = Workspace::of_name(&name_of(&imported.document));
            self.add_workspace(workspace);
        }
        let Some(workspace) = self.workspace_mut() else { return };
        let Imported { document, report, .. } = *imported;
        match workspace.editor.apply(Command::Content(ContentCommand::TakeUp(Box::new(document)))) {
            Ok(committed) => {
                workspace.place = Place::Forms;
                let form = committed.created.iter().find(|subject| matches!(subject, Subject::Form(_)));
                let first = form.or_else(|| committed.created.first()).copied();
                // Identities have moved up: places are found by names.
                workspace.report = Report { title: "import-report", notes: report.into_iter().map(|note| note.on(None)).collect() };
                if let Some(first) = first {
                    workspace.reveal(first, None);
                }
                self.show_report();
            }
            Err(refusal) => self.notices.fail(self.texts.refusal(&refusal)),
        }
    }

    /// Shows what became of the files that were taken in last, and the rules that wait for being confirmed.
    pub(super) fn show_report(&mut self) {
        let Some(workspace) = self.workspace() else { return };
        let document = workspace.editor.document();
        let title = workspace.report.title;
        let view = ReportView::new(lines(&self.texts, Some(document), &workspace.report.notes));
        let rules = if title == "import-report" { offers(&self.texts, document) } else { Vec::new() };
        let chosen = (0..rules.len()).filter(|at| rules.get(*at).is_some_and(|offer| !offer.meant.is_empty())).collect();
        self.dialog = Some(Dialog::Report(ImportReport { title, view, rules, chosen }));
    }

    /// Gives the chosen rules the meaning that was offered, as one step.
    pub(super) fn confirm_rules(&mut self, context: &Context, rules: &[RuleOffer], chosen: &BTreeSet<usize>) {
        let Some(document) = self.workspace().map(|workspace| std::sync::Arc::clone(workspace.editor.document())) else { return };
        let chosen: Vec<&RuleOffer> = chosen.iter().filter_map(|at| rules.get(*at)).collect();
        let mut commands = Vec::new();
        for form in document.forms.values() {
            commands.extend(confirmed(form, &chosen));
        }
        if !commands.is_empty() {
            self.perform(context, Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeForm, commands }));
            self.notices.say(self.texts.with("import-confirmed", &[("count", chosen.len().into())]));
        }
    }
}

/// What is in these files of other programs: together if they belong together, else in each.
fn read_all(paths: &[PathBuf]) -> Vec<Result<Box<Imported>, NotImported>> {
    match read(paths) {
        Err(NotImported::Unfit(_)) if paths.len() > 1 => paths.iter().map(|path| read(std::slice::from_ref(path)).map(Box::new)).collect(),
        together => vec![together.map(Box::new)],
    }
}

/// Whether what is in a file begins as files of other programs do, whatever its name.
pub(super) fn looks_foreign(path: &Path) -> bool {
    let Ok(bytes) = files::read_foreign(path) else { return false };
    let visible = |byte: &&u8| byte.is_ascii_graphic();
    bytes.iter().take(HEAD).find(visible).is_some_and(|byte| matches!(byte, b'<' | b'{' | b'['))
}

/// What is in these files of other programs; folders are read with all that is in them.
pub(super) fn read(paths: &[PathBuf]) -> Result<Imported, NotImported> {
    let mut contents: Vec<(String, Vec<u8>)> = Vec::new();
    for path in paths {
        let failed = |trouble| NotImported::File(path.clone(), trouble);
        if path.is_dir() {
            contents.extend(storage::read_folder(path).map_err(|error| failed(Trouble::Reading(error)))?);
        } else {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            contents.push((name, files::read_foreign(path).map_err(failed)?));
        }
    }
    let files: Vec<File<'_>> = contents.iter().map(|(name, bytes)| File { name, bytes }).collect();
    import(&files).map_err(NotImported::Unfit)
}

fn name_of(document: &Document) -> String {
    document.main().map(|main| main.name.clone()).unwrap_or_default()
}

/// The report in sentences; with places to jump to where there is a document.
pub(super) fn lines(texts: &Texts, document: Option<&Document>, report: &[Note]) -> Vec<ReportLine> {
    let by_origin: BTreeMap<&str, Subject> =
        document.into_iter().flat_map(|document| document.origins.iter()).map(|(subject, origin)| (origin.id.as_str(), subject)).collect();
    let line = |note: &Note| ReportLine {
        outcome: match note.what.weight() {
            Weight::Left => Outcome::Left,
            Weight::Todo => Outcome::Todo,
            Weight::Kept => Outcome::Kept,
            Weight::Changed => Outcome::Changed,
            Weight::Taken => Outcome::Taken,
        },
        place: texts.exchange_place(note),
        text: texts.exchange_what(&note.what),
        at: document.and_then(|document| {
            note.at
                .subject
                .filter(|at| document.has(*at))
                .or_else(|| by_origin.get(note.at.id.as_str()).copied())
                .or_else(|| subject_of(document, &note.at))
        }),
    };
    report.iter().map(line).collect()
}

/// What a note is about, by its FIM id or by the name of a code list.
fn subject_of(document: &Document, at: &At) -> Option<Subject> {
    let field = || document.fields.values().find(|it| it.fim_id == at.id).map(|it| Subject::DataField(it.id));
    let object = || document.objects.values().find(|it| it.fim_id == at.id).map(|it| Subject::ObjectType(it.id));
    let rule = || {
        let mut rules = document.forms.values().flat_map(|form| form.rules.iter().map(move |rule| (form.id, rule)));
        rules.find(|(_, rule)| rule.fim_id == at.id).map(|(form, rule)| Subject::FormElement(form, rule.id))
    };
    let node = || document.nodes.values().find(|it| it.key == at.id).map(|it| Subject::Node(it.id));
    let list = || document.code_lists.values().find(|it| it.name == at.name).map(|it| Subject::CodeList(it.id));
    let by_id = if at.id.is_empty() { None } else { field().or_else(object).or_else(rule).or_else(node) };
    by_id.or_else(|| if at.name.is_empty() { None } else { list() })
}

/// All rules that stand there in words only, with what they are taken to mean.
fn offers(texts: &Texts, document: &Document) -> Vec<RuleOffer> {
    let waiting = |form: &Form| -> Vec<RuleOffer> {
        let rules = form.rules.iter().filter(|rule| rule.is_open() && !rule.wording.trim().is_empty());
        rules.map(|rule| offer(texts, document, form, rule)).collect()
    };
    document.forms.values().flat_map(waiting).collect()
}

fn offer(texts: &Texts, document: &Document, form: &Form, rule: &FormRule) -> RuleOffer {
    let (meant, sentence) = match propose(document, form, rule) {
        Ok(meanings) => {
            let meant: Vec<FormRule> = meanings.iter().map(|meaning| meaning.of(rule)).collect();
            let said = meant.iter().map(|rule| texts.rule(document, form, rule));
            let doubts = meanings.iter().flat_map(|meaning| &meaning.doubts).map(|doubt| texts.doubt(doubt));
            let sentences: Vec<String> = said.chain(doubts).collect();
            (meant, sentences.join(" "))
        }
        Err(unread) => (Vec::new(), texts.unread(&rule.wording, &unread)),
    };
    RuleOffer { form: form.id, rule: rule.clone(), meant, sentence }
}

/// The commands that give rules of a form their meaning; what a rule demands besides becomes a rule of its own.
fn confirmed(form: &Form, chosen: &[&RuleOffer]) -> Vec<Command> {
    let mut changed = form.clone();
    let mut more = Vec::new();
    for offer in chosen.iter().filter(|offer| offer.form == form.id) {
        let mut meant = offer.meant.iter().cloned();
        if let (Some(rule), Some(first)) = (changed.rules.iter_mut().find(|rule| rule.id == offer.rule.id), meant.next()) {
            *rule = first;
        }
        more.extend(meant.map(|rule| Command::Content(ContentCommand::AddRule { form: form.id, rule })));
    }
    if changed == *form {
        return Vec::new();
    }
    let mut commands = vec![Command::Put(Record::Form(changed))];
    commands.extend(more);
    commands
}
