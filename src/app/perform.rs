//! The one place where the actions of the document's views take effect.

use super::App;
use super::clipboard::{self, Copied};
use super::events::Event;
use super::working::{is_layout, is_long};
use super::workspace::Workspace;
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, FlowCommand, FormParts, FormPlace, Fragment, Refusal, copy, copy_of_forms};
use crate::model::{Document, ProcessId, Subject};
use crate::view::forms::FormsView;
use crate::view::test_cases::Found;
use crate::view::{Action, Place, Selection};
use egui::Context;

impl App {
    /// Performs what a view of the shown document wants.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(super) fn perform(&mut self, context: &Context, action: Action) {
        let Some(workspace) = self.shown.and_then(|shown| self.workspaces.get_mut(shown)) else { return };
        context.request_repaint();
        match action {
            Action::Apply(command) if is_long(workspace, &command) => self.begin_long(context, command, true),
            Action::ApplyQuietly(command) if is_long(workspace, &command) => self.begin_long(context, command, false),
            Action::Apply(command) => {
                let applied = apply(workspace, command).map(|created| workspace.select_created(created));
                self.report(applied);
            }
            Action::ApplyQuietly(command) => {
                if is_layout(&command) {
                    workspace.canvas.watch_view();
                }
                let applied = apply(workspace, command).map(drop);
                self.report(applied);
            }
            Action::Preview(holder, command) => {
                workspace.refusal = workspace.editor.preview(holder, command).err().map(|refusal| (holder, refusal));
            }
            Action::Commit => {
                workspace.refusal = None;
                workspace.editor.commit();
            }
            Action::Cancel => {
                workspace.refusal = None;
                workspace.editor.cancel();
            }
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::JumpTo(position) => drop(workspace.editor.jump_to(position)),
            Action::Select(selection) => workspace.selection = selection,
            Action::Reveal(subject, aspect) => {
                workspace.reveal(subject, aspect);
                // The field that is to take the focus must be seen.
                self.settings.panels.inspector.is_open |= aspect.is_some();
            }
            Action::SearchCases(search) => self.events.spawn(context, move || Event::CasesFound(Box::new(search.run()))),
            Action::PlayProblem(problem) => {
                workspace.place = Place::Play;
                workspace.play.show_problem(*problem);
            }
            Action::ShowProcess(process) => workspace.show_process(process),
            Action::Go(place) => workspace.place = place,
            Action::Say(text) => self.notices.say(text),
            Action::TypeSteps => {
                workspace.editor.commit();
                workspace.place = Place::Flow;
                workspace.table.begin_typing();
            }
            Action::CopyText(text) => context.copy_text(text),
            Action::CopyPicture(picture) => {
                let uses_system = self.has_system_clipboard;
                self.events.spawn(context, move || Event::Copied(clipboard::copy(&picture, uses_system)));
            }
            Action::SavePicture => self.ask_for_picture(),
            Action::ExportBundle(wish) => self.deliver(context, wish),
            Action::ImportCodes(list) => self.ask_for_codes(context, list),
            Action::ExportCodes(list) => self.ask_where_to_put_codes(context, list),
            Action::BeginExercise(exercise) => self.begin_exercise(exercise),
            Action::EndExercise => workspace.learning = None,
            Action::SaveResult(name) => self.ask_where_to_put_result(context, name),
            Action::Copy(subjects) => {
                if let Some(copied) = copy_of_forms(workspace.editor.document(), &subjects) {
                    context.copy_text(copied.names().join("\n") + "\n");
                    self.form_clipboard = Some(copied);
                    return;
                }
                let copied = copy(workspace.editor.document(), &subjects);
                if !copied.is_empty() {
                    // Ctrl+V reaches the window only while the system's clipboard holds some text.
                    context.copy_text(names(&copied));
                    self.clipboard = copied;
                }
            }
            Action::PasteInForm(place) => self.paste_in_form(Some(place)),
            Action::PasteForms => self.paste_in_form(None),
            Action::Paste(process, at) => {
                let fragment = self.clipboard.clone();
                let inside = workspace.canvas.inside();
                if !fragment.is_empty() {
                    let paste = FlowCommand::Paste { fragment, process, at };
                    self.perform(context, Action::Apply(Command::Flow(paste.on(inside))));
                }
            }
        }
    }

    /// Says that a picture was copied, and puts it on the clipboard if it is not there yet.
    pub(super) fn take_copied(&mut self, context: &Context, copied: Copied) {
        match copied {
            Copied::Nothing => return,
            Copied::Put => {}
            Copied::Drawn(image) => context.copy_image(image),
        }
        self.notices.say(self.texts.get("said-picture-copied").to_owned());
    }

    /// Brings what was searched for to where it was asked for.
    pub(super) fn take_found_cases(&mut self, found: Found) {
        let askers = self.workspaces.iter_mut().flat_map(|workspace| [workspace.play.tests_mut(), workspace.deliver.tests_mut()]);
        let mut left = Some(found);
        for asker in askers {
            left = left.and_then(|found| asker.take_found(found));
        }
    }

    fn paste_in_form(&mut self, place: Option<FormPlace>) {
        let is_whole = self.form_clipboard.as_ref().is_some_and(|copied| matches!(copied.parts, FormParts::Forms(_)));
        let Some(fragment) = self.form_clipboard.clone().filter(|_| place.is_some() || is_whole) else {
            return self.notices.say(self.texts.get("said-nothing-copied").to_owned());
        };
        let Some(workspace) = self.workspace_mut() else { return };
        let command = Command::Content(ContentCommand::PasteInForm { fragment, place });
        let pasted = apply(workspace, command).map(|created| workspace.select_created(created));
        self.report(pasted);
    }

    fn report(&mut self, applied: Result<(), Refusal>) {
        if let Err(refusal) = applied {
            let sentence = self.texts.refusal(&refusal);
            self.notices.say(sentence);
        }
    }

    /// Goes a step back and says which. A pending edit that changes nothing is no step.
    pub(super) fn undo(&mut self) {
        let undone = self.workspace_mut().and_then(|workspace| {
            if !workspace.is_typing() {
                workspace.editor.cancel();
            }
            workspace.editor.undo()
        });
        if let Some(name) = undone {
            let step = self.texts.command_name(name).to_owned();
            self.notices.say(self.texts.with("said-undone", &[("step", (&step).into())]));
        }
    }

    /// Goes a step forward and says which.
    pub(super) fn redo(&mut self) {
        let redone = self.workspace_mut().and_then(|workspace| workspace.editor.redo());
        if let Some(name) = redone {
            let step = self.texts.command_name(name).to_owned();
            self.notices.say(self.texts.with("said-redone", &[("step", (&step).into())]));
        }
    }
}

fn apply(workspace: &mut Workspace, command: Command) -> Result<Vec<Subject>, Refusal> {
    workspace.refusal = None;
    workspace.editor.apply(command).map(|committed| committed.created)
}

/// The names of what was copied, one on each line, for programs that take only text.
fn names(copied: &Fragment) -> String {
    let names: Vec<&str> = copied.nodes.iter().map(|node| node.name.as_str()).filter(|name| !name.is_empty()).collect();
    names.join("\n") + "\n"
}

impl Workspace {
    /// Goes where an element is shown, and selects it.
    pub(super) fn reveal(&mut self, subject: Subject, aspect: Option<Aspect>) {
        self.place = place_of(subject);
        if self.place == Place::Forms {
            self.forms.view = match subject {
                Subject::Form(_) | Subject::FormElement(..) => FormsView::Form,
                Subject::Language(_) => FormsView::Languages,
                _ => FormsView::Data,
            };
        }
        self.inspector.focus = aspect;
        self.process = process_of(self.editor.shown(), subject).unwrap_or(self.process);
        self.revealed = Some(subject);
        self.selection = Selection::only(subject);
    }

    fn show_process(&mut self, process: ProcessId) {
        self.place = Place::Flow;
        self.process = process;
        self.selection = Selection::default();
    }
}

/// The place where an element is at home.
fn place_of(subject: Subject) -> Place {
    match subject {
        Subject::Form(_)
        | Subject::FormElement(..)
        | Subject::ObjectType(_)
        | Subject::DataField(_)
        | Subject::CodeList(_)
        | Subject::Language(_) => Place::Forms,
        Subject::TestCase(_) | Subject::Exercise(_) => Place::Play,
        _ => Place::Flow,
    }
}

/// The process on whose canvas an element stands.
fn process_of(document: &Document, subject: Subject) -> Option<ProcessId> {
    match subject {
        Subject::Process(process) => Some(process),
        Subject::Pool(pool) => document.pools.get(pool)?.process,
        Subject::Lane(lane) => document.pools.get(document.lanes.get(lane)?.pool)?.process,
        Subject::Node(node) => Some(document.nodes.get(node)?.process),
        Subject::Flow(flow) => process_of(document, Subject::Node(document.flows.get(flow)?.from)),
        Subject::MessageFlow(flow) => {
            let flow = document.message_flows.get(flow)?;
            process_of(document, flow.from).or_else(|| process_of(document, flow.to))
        }
        Subject::Artifact(artifact) => Some(document.artifacts.get(artifact)?.process),
        _ => None,
    }
}
