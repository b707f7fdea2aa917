//! The case that is played, with the form that is being filled in.

use crate::expr;
use crate::form::{Filling, Plan};
use crate::model::{Document, FormId, LanguageId, NodeId};
use crate::sim::{Offer, Program, Run, Spot, Step};
use crate::view::ViewContext;
use crate::view::forms::{FillState, plan_in};
use jiff::civil::DateTime;
use std::sync::Arc;

/// What lies on the stage.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// A person's step.
    Task(Spot),
    /// A service that is to answer, an event that is to happen, a choice by hand.
    Other(Spot),
}

impl Chosen {
    /// The node at which it is.
    pub fn node(&self) -> NodeId {
        match self {
            Self::Task(at) | Self::Other(at) => at.node,
        }
    }
}

/// A form on the stage.
pub(super) struct Sheet {
    pub at: Spot,
    pub filling: Filling,
    pub state: FillState,
}

/// A case in play.
pub(super) struct Case {
    pub run: Run,
    /// The document as it was when the case began or was carried over.
    document: Arc<Document>,
    pub chosen: Option<Chosen>,
    pub sheet: Option<Sheet>,
    /// In which language besides German forms are filled in.
    pub language: Option<LanguageId>,
}

impl Case {
    /// Begins a case of the main process today at nine; if it can begin at one place only, there at once.
    pub fn begin(context: &ViewContext<'_>) -> Result<Self, String> {
        let document = Arc::clone(context.editor.document());
        let program = Program::compile(&document, document.main_process).map_err(|fault| context.texts.compile_fault(&document, &fault))?;
        let (year, month, day) = context.today;
        let run = Run::start(Arc::new(program), DateTime::constant(year, month, day, 9, 0, 0, 0));
        let mut case = Self { run, document, chosen: None, sheet: None, language: None };
        if let [Offer::Start { node }] = case.run.enabled()[..] {
            case.fire(context, Step::Start { node, entries: Vec::new() })?;
        }
        Ok(case)
    }

    /// Does a step and lays the next thing to do on the stage.
    pub fn fire(&mut self, context: &ViewContext<'_>, step: Step) -> Result<(), String> {
        self.run.fire(step).map_err(|refusal| context.texts.step_refusal(&self.document, &refusal))?;
        self.choose_next();
        Ok(())
    }

    /// Takes the last step back.
    pub fn back(&mut self) {
        self.run.back();
        self.choose_next();
    }

    /// Goes back until so many steps are done.
    pub fn back_to(&mut self, steps: usize) {
        self.run.back_to(steps);
        self.choose_next();
    }

    /// Whether the document was changed since.
    pub fn is_outdated(&self, context: &ViewContext<'_>) -> bool {
        !Arc::ptr_eq(&self.document, context.editor.document())
    }

    /// Plays the same steps on the document as it is now, as far as they go.
    pub fn carry_over(&mut self, context: &ViewContext<'_>) -> Result<(), String> {
        let document = Arc::clone(context.editor.document());
        let program = Program::compile(&document, document.main_process).map_err(|fault| context.texts.compile_fault(&document, &fault))?;
        let (run, stopped) = self.run.carried_over(Arc::new(program));
        self.run = run;
        self.document = document;
        self.choose_next();
        match stopped {
            None => Ok(()),
            Some((_, refusal)) => Err(context.texts.step_refusal(&self.document, &refusal)),
        }
    }

    /// The most urgent task; else the first other thing to do.
    fn choose_next(&mut self) {
        let offers = self.run.enabled();
        let task = crate::sim::desks(&self.run).into_iter().flat_map(|desk| desk.items).map(|item| Chosen::Task(item.at)).next();
        let other = offers.iter().find_map(|offer| match offer {
            Offer::Service { at, .. } | Offer::Stuck { at, .. } => Some(Chosen::Other(*at)),
            _ => None,
        });
        self.choose(task.or(other));
    }

    /// Lays something on the stage.
    pub fn choose(&mut self, chosen: Option<Chosen>) {
        self.sheet = match &chosen {
            Some(Chosen::Task(at)) => self.form_of(*at).and_then(|form| self.sheet_of(*at, form)),
            _ => None,
        };
        self.chosen = chosen;
    }

    fn form_of(&self, spot: Spot) -> Option<FormId> {
        self.run.enabled().into_iter().find_map(|offer| match offer {
            Offer::Task { at, form, .. } if at == spot => form,
            _ => None,
        })
    }

    fn sheet_of(&self, at: Spot, form: FormId) -> Option<Sheet> {
        let plan = plan_in(&self.document, form, self.language).or_else(|| Plan::of(&self.document, form))?;
        let state = self.run.state();
        let now = expr::DateTime::read(&state.now().to_string())?;
        let filling = Filling::new(Arc::new(plan), state.data().clone(), now);
        let state = FillState::at_first_input(&filling);
        Some(Sheet { at, filling, state })
    }

    /// Goes on with the form on the stage in another language.
    pub fn speak(&mut self, language: Option<LanguageId>) {
        self.language = language;
        if let Some(sheet) = &mut self.sheet
            && let Some(plan) = plan_in(&self.document, sheet.filling.plan().form, language)
        {
            sheet.filling.change_plan(Arc::new(plan));
        }
    }

    /// The document on which the case runs.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }
}
