//! What can be done with the selection of a form: menu, keys and command palette offer the same deeds.

use super::Screen;
use super::keys;
use super::tree::{self, Standing};
use crate::check::Aspect;
use crate::edit::{Command, CommandName, ContentCommand, Derivation, FormPlace, Record, copy_of_forms};
use crate::model::{Consequence, Form, FormElementId, FormRule, PageKind, Subject};
use crate::view::icons::Icon;
use crate::view::{Action, Selection, ViewContext};
use egui::KeyboardShortcut;
use std::collections::BTreeMap;

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Gives the selected element another name.
    Rename,
    /// Moves the selection before what stands before it, or out of its group.
    Up,
    /// Moves the selection behind what stands behind it, or out of its group.
    Down,
    /// Moves the selection out of its group, behind it.
    Out,
    /// Moves the selection to the end of the group that stands before it.
    In,
    /// Moves the selection to the end of the page before, or the selected page to the left.
    PageBack,
    /// Moves the selection to the end of the next page, or the selected page to the right.
    PageOn,
    /// Makes the selection a column wider on the screen that is shown.
    Wider,
    /// Makes the selection a column narrower on the screen that is shown.
    Narrower,
    /// A new rule about the selection.
    AddRule,
    /// Puts a copy on the clipboard of the studio.
    Copy,
    /// Copies and takes out.
    Cut,
    /// Puts what was copied behind the selection.
    Paste,
    /// Puts a copy behind the selection.
    Duplicate,
    /// Takes out.
    Remove,
    /// Selects everything on the page.
    SelectAll,
    /// A page that shows what was filled in.
    AddSummary,
    /// A form for those who work on what was filled in.
    Derive,
}

/// All deeds in the order and groups of the menu.
pub const MENU: [&[Deed]; 5] = [
    &[Deed::Rename, Deed::AddRule],
    &[Deed::Copy, Deed::Cut, Deed::Paste, Deed::Duplicate],
    &[Deed::Up, Deed::Down, Deed::Out, Deed::In, Deed::PageBack, Deed::PageOn],
    &[Deed::Wider, Deed::Narrower],
    &[Deed::SelectAll, Deed::AddSummary, Deed::Derive, Deed::Remove],
];

/// The form on the paper and what is selected of it.
pub struct Desk<'a, 'c> {
    pub context: &'a ViewContext<'c>,
    pub form: &'a Form,
    /// The page on the paper.
    pub page: FormElementId,
    /// Selected elements, pages or rules in reading order; empty while the form itself is selected.
    pub selected: Vec<FormElementId>,
    /// The screen whose widths are shown.
    pub screen: Screen,
    pub standings: BTreeMap<FormElementId, Standing>,
}

impl Deed {
    /// Key of its text.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rename => "form-deed-rename",
            Self::Up => "form-deed-up",
            Self::Down => "form-deed-down",
            Self::Out => "form-deed-out",
            Self::In => "form-deed-in",
            Self::PageBack => "form-deed-page-back",
            Self::PageOn => "form-deed-page-on",
            Self::Wider => "form-deed-wider",
            Self::Narrower => "form-deed-narrower",
            Self::AddRule => "form-deed-rule",
            Self::Copy => "canvas-copy",
            Self::Cut => "canvas-cut",
            Self::Paste => "canvas-paste",
            Self::Duplicate => "canvas-duplicate",
            Self::Remove => "canvas-remove",
            Self::SelectAll => "canvas-select-all",
            Self::AddSummary => "form-deed-summary",
            Self::Derive => "form-deed-derive",
        }
    }

    /// Its icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Rename => Icon::Edit,
            Self::Up => Icon::Up,
            Self::Down => Icon::Down,
            Self::Out | Self::PageBack => Icon::Left,
            Self::In | Self::PageOn => Icon::Right,
            Self::Wider | Self::Narrower => Icon::Room,
            Self::AddRule => Icon::Rule,
            Self::Copy => Icon::Copy,
            Self::Cut => Icon::Cut,
            Self::Paste => Icon::Paste,
            Self::Duplicate => Icon::Add,
            Self::Remove => Icon::Remove,
            Self::SelectAll => Icon::Select,
            Self::AddSummary => Icon::Tests,
            Self::Derive => Icon::Authority,
        }
    }

    /// Its usual keys.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        keys::shortcut_of(self)
    }
}

impl Desk<'_, '_> {
    /// Whether the selection is of elements on pages.
    fn has_elements(&self) -> bool {
        !self.selected.is_empty() && self.selected.iter().all(|id| self.standings.contains_key(id))
    }

    /// The selected page, if exactly one is selected.
    fn selected_page(&self) -> Option<usize> {
        let [only] = self.selected[..] else { return None };
        self.form.pages.iter().position(|page| page.id == only)
    }

    fn subjects(&self) -> Vec<Subject> {
        match self.selected.as_slice() {
            [] => vec![Subject::Form(self.form.id)],
            some => some.iter().map(|id| Subject::FormElement(self.form.id, *id)).collect(),
        }
    }

    /// What a deed would do now; `None` if there is nothing that it could be done to.
    pub fn actions(&self, deed: Deed) -> Option<Vec<Action>> {
        let subjects = self.subjects();
        Some(match deed {
            Deed::Rename => vec![self.rename()?],
            Deed::Up | Deed::Down | Deed::Out | Deed::In | Deed::PageBack | Deed::PageOn => vec![self.travel(deed)?],
            Deed::Wider => vec![self.resize(1)?],
            Deed::Narrower => vec![self.resize(-1)?],
            Deed::AddRule => vec![self.has_elements().then(|| self.add_rule())?],
            Deed::Copy => vec![Action::Copy(subjects)],
            Deed::Cut => vec![Action::Copy(subjects.clone()), Action::Apply(batch(CommandName::Cut, vec![Command::Remove(subjects)]))],
            Deed::Paste => vec![Action::PasteInForm(self.place_behind())],
            Deed::Duplicate => vec![self.duplicate(&subjects)?],
            Deed::Remove => vec![Action::Apply(Command::Remove(subjects)), Action::Select(self.selection_after_removal())],
            Deed::SelectAll => vec![Action::Select(self.all_of_page()?)],
            Deed::AddSummary => vec![self.add_summary()?],
            Deed::Derive => vec![self.derive()],
        })
    }

    /// Where something new or pasted goes: behind the selection, into a selected group.
    pub fn place_behind(&self) -> FormPlace {
        tree::place_for_new(self.form, self.selected.last().copied(), self.page)
    }

    fn rename(&self) -> Option<Action> {
        let [only] = self.selected[..] else {
            return self.selected.is_empty().then_some(Action::Reveal(Subject::Form(self.form.id), Some(Aspect::Name)));
        };
        Some(Action::Reveal(Subject::FormElement(self.form.id, only), Some(Aspect::Name)))
    }

    fn travel(&self, deed: Deed) -> Option<Action> {
        if let Some(page) = self.selected_page() {
            let index = match deed {
                Deed::PageBack | Deed::Up => page.checked_sub(1)?,
                Deed::PageOn | Deed::Down => Some(page + 2).filter(|index| *index <= self.form.pages.len())?,
                _ => return None,
            };
            let place = FormPlace { form: self.form.id, container: self.form.pages.get(page)?.id, index };
            return Some(self.moving(&[self.form.pages.get(page)?.id], place));
        }
        if !self.has_elements() {
            return None;
        }
        let (first, last) = (*self.selected.first()?, *self.selected.last()?);
        let place = match deed {
            Deed::Up => tree::place_before(self.form, first)?,
            Deed::Down => tree::place_after(self.form, last)?,
            Deed::Out => tree::place_outside(self.form, last)?,
            Deed::In => tree::place_inside_before(self.form, first)?,
            Deed::PageBack => self.end_of_page(first, -1)?,
            _ => self.end_of_page(first, 1)?,
        };
        Some(self.moving(&self.selected, place))
    }

    fn end_of_page(&self, element: FormElementId, step: isize) -> Option<FormPlace> {
        let own = self.standings.get(&element)?.page;
        let at = self.form.pages.iter().position(|page| page.id == own)?.checked_add_signed(step)?;
        Some(FormPlace { form: self.form.id, container: self.form.pages.get(at)?.id, index: usize::MAX })
    }

    /// Moves elements of the form to a place in it, as one step.
    pub fn moving(&self, elements: &[FormElementId], place: FormPlace) -> Action {
        let mut index = place.index;
        let mut commands = Vec::new();
        // From the last one on, each before the one moved just now: so they keep their order.
        for element in elements.iter().rev() {
            commands.push(Command::Content(ContentCommand::MoveElement { element: *element, place: FormPlace { index, ..place } }));
            let own = self.standings.get(element).filter(|own| own.container == place.container);
            if index == usize::MAX {
                let members = self.standings.values().filter(|other| other.container == place.container).count();
                index = if own.is_some() { members.saturating_sub(1) } else { members };
            } else if own.is_some_and(|own| own.index < index) {
                index -= 1;
            }
        }
        match commands.as_slice() {
            [only] => Action::ApplyQuietly(only.clone()),
            _ => Action::ApplyQuietly(batch(CommandName::ChangeForm, commands)),
        }
    }

    fn resize(&self, by: i8) -> Option<Action> {
        let mut form = self.form.clone();
        let mut has_changed = false;
        for id in self.selected.iter().filter(|id| self.standings.contains_key(id)) {
            let element = form.element_mut(*id)?;
            let width = self.screen.width_of(element).saturating_add_signed(by).clamp(1, 12);
            has_changed |= width != self.screen.width_of(element);
            self.screen.set_width(element, width);
        }
        has_changed.then_some(Action::ApplyQuietly(Command::Put(Record::Form(form))))
    }

    /// A rule about the selection, to be finished in the inspector.
    fn add_rule(&self) -> Action {
        let texts = self.context.texts;
        let name = texts.with("rules-new-name", &[("number", (self.form.rules.len() + 1).into())]);
        let then = Some(Consequence::Required);
        let rule = FormRule { targets: self.selected.clone(), then, ..FormRule::new(FormElementId(0), &name) };
        Action::Apply(Command::Content(ContentCommand::AddRule { form: self.form.id, rule }))
    }

    fn duplicate(&self, subjects: &[Subject]) -> Option<Action> {
        if self.selected.is_empty() {
            return Some(Action::Apply(Command::Content(ContentCommand::DuplicateForm { form: self.form.id })));
        }
        let fragment = copy_of_forms(self.context.editor.document(), subjects)?;
        let last = self.selected.last().copied()?;
        let place = match self.standings.get(&last) {
            Some(own) => FormPlace { form: self.form.id, container: own.container, index: own.index + 1 },
            None => FormPlace { form: self.form.id, container: last, index: usize::MAX },
        };
        let paste = Command::Content(ContentCommand::PasteInForm { fragment, place: Some(place) });
        Some(Action::Apply(batch(CommandName::Duplicate, vec![paste])))
    }

    /// What is selected once the selection is gone: what stood behind it, else before it, else what was round it.
    fn selection_after_removal(&self) -> Selection {
        let form = Selection::only(Subject::Form(self.form.id));
        let Some(own) = self.selected.last().and_then(|last| self.standings.get(last)).copied() else { return form };
        let beside = |index: usize| {
            let found = self.standings.iter().find(|(_, it)| it.container == own.container && it.index == index);
            found.map(|(id, _)| *id).filter(|id| !self.selected.contains(id))
        };
        let next = beside(own.index + 1).or_else(|| beside(own.index.checked_sub(1)?)).unwrap_or(own.container);
        Selection::only(Subject::FormElement(self.form.id, next))
    }

    fn all_of_page(&self) -> Option<Selection> {
        let page = self.form.pages.iter().find(|page| page.id == self.page)?;
        let subjects: Vec<Subject> = page.elements.iter().map(|element| Subject::FormElement(self.form.id, element.id)).collect();
        (!subjects.is_empty()).then(|| Selection::of(subjects))
    }

    fn add_summary(&self) -> Option<Action> {
        let has_one = self.form.pages.iter().any(|page| page.kind == PageKind::Summary);
        let title = self.context.texts.get("forms-summary").to_owned();
        (!has_one).then_some(Action::Apply(Command::Content(ContentCommand::AddSummary { form: self.form.id, title })))
    }

    fn derive(&self) -> Action {
        derive(self.context, self.form)
    }
}

/// Makes a form over another one, with a page for decision and comment.
pub fn derive(context: &ViewContext<'_>, form: &'_ Form) -> Action {
    let text = |key: &str| context.texts.get(key).to_owned();
    let wanted = Derivation {
        name: context.texts.with("forms-derived-name", &[("form", form.name.as_str().into())]),
        page: text("forms-derived-page"),
        decision: text("forms-derived-decision"),
        outcomes: vec![text("forms-derived-grant"), text("forms-derived-refuse"), text("forms-derived-ask")],
        comment: text("forms-derived-comment"),
    };
    Action::Apply(Command::Content(ContentCommand::DeriveForm { form: form.id, wanted }))
}

fn batch(name: CommandName, commands: Vec<Command>) -> Command {
    Command::Batch { name, commands }
}
