//! The case that is played, with the form that is being filled in and what is drawn of it.

use super::example::Example;
use super::motion::Motion;
use super::seen::Seen;
use crate::expr;
use crate::form::{Filling, Plan};
use crate::model::{Assignment, Document, FlowId, LanguageId, NodeId, ProcessId, Subject};
use crate::sim::{Doubles, Offer, Program, Run, Spot, Step, Stops, Timeline, answered};
use crate::view::ViewContext;
use crate::view::canvas::CanvasState;
use crate::view::forms::{FillState, plan_in};
use jiff::civil::DateTime;
use std::sync::Arc;

/// Most answers of doubles that follow one step.
const MOST_ANSWERS: usize = 100;

/// What lies on the stage.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// A person's step.
    Task(Spot),
    /// A service that is to answer, an event that is to happen, a choice by hand.
    Other(Spot),
    /// A letter, by its place among all that were written.
    Letter(usize),
}

impl Chosen {
    /// The node at which it is.
    pub fn node(&self) -> Option<NodeId> {
        match self {
            Self::Task(at) | Self::Other(at) => Some(at.node),
            Self::Letter(_) => None,
        }
    }
}

/// A form on the stage: of a person's step, or what a service answers.
pub(super) struct Sheet {
    pub at: Spot,
    pub filling: Filling,
    pub state: FillState,
    /// What it gave before anybody typed.
    pub usual: Vec<Assignment>,
}

impl Sheet {
    fn of(at: Spot, filling: Filling) -> Self {
        Self { at, state: FillState::at_first_input(&filling), usual: filling.entries(), filling }
    }
}

/// A case in play.
pub(super) struct Case {
    pub name: String,
    pub line: Timeline,
    /// The document as it was when the case began or was carried over.
    document: Arc<Document>,
    /// The process that is played.
    pub process: ProcessId,
    /// What the case is to show, as long as nothing else was done in it.
    pub example: Option<Example>,
    pub chosen: Option<Chosen>,
    pub sheet: Option<Sheet>,
    /// In which language besides German forms are filled in.
    pub language: Option<LanguageId>,
    /// What is drawn of it; always of the moment at which the case is.
    pub seen: Seen,
    pub motion: Motion,
    pub canvas: CanvasState,
}

impl Case {
    /// Begins a case of the process today at nine; if it can begin at one place only, there at once.
    pub fn begin(context: &ViewContext<'_>, process: ProcessId, name: String, stops: Arc<Stops>) -> Result<Self, String> {
        let document = Arc::clone(context.editor.document());
        let program = Program::compile(&document, process).map_err(|fault| context.texts.compile_fault(&document, &fault))?;
        let (year, month, day) = context.today;
        let run = Run::start(Arc::new(program), DateTime::constant(year, month, day, 9, 0, 0, 0));
        let mut case = Self { process, ..Self::of(context, name, document, run) };
        case.line.run_mut().stop_at(stops);
        if let [Offer::Start { node }] = case.seen.offers[..] {
            case.fire(context, &Doubles::new(), Step::Start { node, entries: Vec::new() })?;
        }
        Ok(case)
    }

    /// A case that was played elsewhere.
    pub fn of(context: &ViewContext<'_>, name: String, document: Arc<Document>, run: Run) -> Self {
        let line = Timeline::new(run);
        let seen = Seen::of(context, &document, &line);
        let (motion, canvas) = (Motion::default(), CanvasState::default());
        let process = document.main_process;
        let mut case =
            Self { name, line, document, process, example: None, chosen: None, sheet: None, language: None, seen, motion, canvas };
        case.choose_next();
        case
    }

    /// The case at the moment at which one is.
    pub fn run(&self) -> &Run {
        self.line.run()
    }

    /// How many steps people have to do.
    pub fn tasks(&self) -> usize {
        self.seen.desks.iter().map(|desk| desk.items.len()).sum()
    }

    /// The document on which the case runs.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Does a step, lets doubles answer, and lays the next thing to do on the stage.
    pub fn fire(&mut self, context: &ViewContext<'_>, doubles: &Doubles, step: Step) -> Result<(), String> {
        let before = self.run().trace().len();
        self.line.fire(step).map_err(|refusal| context.texts.step_refusal(&self.document, &refusal))?;
        self.answer(doubles);
        self.moved(context, before);
        Ok(())
    }

    /// Lets doubles answer that were set to while a service waits.
    pub fn settle(&mut self, context: &ViewContext<'_>, doubles: &Doubles) {
        let before = self.run().trace().len();
        if self.answer(doubles) {
            self.moved(context, before);
        }
    }

    fn answer(&mut self, doubles: &Doubles) -> bool {
        let mut has_answered = false;
        for _ in 0..MOST_ANSWERS {
            let Some(step) = answered(self.run(), doubles) else { break };
            if self.line.fire(step).is_err() {
                break;
            }
            has_answered = true;
        }
        has_answered
    }

    /// What if another way had been taken in the step of that place.
    pub fn decide_otherwise(
        &mut self,
        context: &ViewContext<'_>,
        doubles: &Doubles,
        place: usize,
        node: NodeId,
        flow: FlowId,
    ) -> Result<(), String> {
        let refused = |refusal| context.texts.step_refusal(&self.document, &refusal);
        self.line.decide_otherwise(place, node, flow).map_err(refused)?;
        let before = self.line.run().trace().len() - self.line.run().trace_of(self.line.position().saturating_sub(1)).len();
        self.answer(doubles);
        self.moved(context, before);
        Ok(())
    }

    fn moved(&mut self, context: &ViewContext<'_>, traced_before: usize) {
        self.example = None;
        self.motion = Motion::of(&self.document, self.line.run().trace().get(traced_before..).unwrap_or_default());
        self.look_again(context);
    }

    fn look_again(&mut self, context: &ViewContext<'_>) {
        self.seen = Seen::of(context, &self.document, &self.line);
        self.choose_next();
    }

    /// Goes to the moment after so many steps, back or forth.
    pub fn go_to(&mut self, context: &ViewContext<'_>, position: usize) {
        self.line.go_to(position);
        self.motion = Motion::default();
        self.look_again(context);
    }

    /// Lets the picture show where it goes wrong.
    pub fn show_example(&mut self, example: Example) {
        self.example = Some(example);
        self.choose_next();
    }

    /// Whether the document was changed since.
    pub fn is_outdated(&self, context: &ViewContext<'_>) -> bool {
        !Arc::ptr_eq(&self.document, context.editor.document())
    }

    /// Plays the same steps on the document as it is now, as far as they go; says where they do not.
    pub fn carry_over(&mut self, context: &ViewContext<'_>) -> Result<(), String> {
        let document = Arc::clone(context.editor.document());
        let program = Program::compile(&document, self.process).map_err(|fault| context.texts.compile_fault(&document, &fault))?;
        let before = Arc::clone(&self.document);
        let (run, stopped) = self.run().carried_over(Arc::new(program));
        let lost = stopped.map(|(place, refusal)| {
            let step = self.run().history().get(place).map(|played| context.texts.step(&before, &played.step)).unwrap_or_default();
            let reason = context.texts.step_refusal(&document, &refusal);
            let number = ("number", (place + 1).into());
            context.texts.with("play-carried-to", &[number, ("step", (&step).into()), ("reason", (&reason).into())])
        });
        self.line = Timeline::new(run);
        self.document = document;
        self.example = None;
        self.motion = Motion::default();
        self.look_again(context);
        lost.map_or(Ok(()), Err)
    }

    /// The most urgent task; else the first other thing to do. Of an example nothing.
    fn choose_next(&mut self) {
        if let Some(example) = &self.example {
            // The picture is what it is about, so that nothing lies over it.
            self.canvas.reveal(example.at);
            return self.choose(None);
        }
        let task = self.seen.desks.iter().flat_map(|desk| &desk.items).map(|item| Chosen::Task(item.at)).next();
        let other = self.seen.offers.iter().find_map(|offer| match offer {
            Offer::Service { at, .. } | Offer::Stuck { at, .. } | Offer::Held { at, .. } => Some(Chosen::Other(*at)),
            _ => None,
        });
        let chosen = task.or(other);
        if let Some(node) = chosen.as_ref().and_then(Chosen::node) {
            self.canvas.reveal(Subject::Node(node));
        }
        self.choose(chosen);
    }

    /// Lays something on the stage; when it is taken away again, the picture has room to show everything.
    pub fn choose(&mut self, chosen: Option<Chosen>) {
        if chosen.is_none() && self.chosen.is_some() && self.example.is_none() {
            self.canvas.show_all();
        }
        self.sheet = match &chosen {
            Some(Chosen::Task(at)) => self.sheet_at(*at),
            Some(Chosen::Other(at)) => self.answer_at(*at),
            _ => None,
        };
        self.chosen = chosen;
    }

    fn sheet_at(&self, spot: Spot) -> Option<Sheet> {
        let form = self.seen.offers.iter().find_map(|offer| match offer {
            Offer::Task { at, form, .. } if *at == spot => *form,
            _ => None,
        })?;
        let plan = plan_in(&self.document, form, self.language).or_else(|| Plan::of(&self.document, form))?;
        let state = self.run().state();
        let now = expr::DateTime::read(&state.now().to_string())?;
        let filling = Filling::new(Arc::new(plan), state.data().clone(), now);
        Some(Sheet::of(spot, filling))
    }

    /// What the service there answers usually, as a form.
    fn answer_at(&self, spot: Spot) -> Option<Sheet> {
        let answer = self.seen.offers.iter().find_map(|offer| match offer {
            Offer::Service { at, answer, .. } if *at == spot => Some(answer),
            _ => None,
        })?;
        Some(Sheet::of(spot, super::answer::filling(&self.document, self.run(), spot, answer)?))
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
}
