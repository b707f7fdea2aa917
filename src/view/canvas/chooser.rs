//! Choosing by typing, beside the selection: what to append, to insert, to create, to become, or where to connect to.
//! What the chosen row would do is seen as a ghost.

use super::camera::Camera;
use super::elements::{self, NewElement};
use super::interaction::Desk;
use super::{deeds, menu, snap};
use crate::drawing::scene::Item;
use crate::edit::{Command, FlowCommand, may_connect};
use crate::model::{ArtifactKind, Bounds, NodeId, NodeKind, Point, Subject};
use crate::view::finding::{Finder, Found, Row, Searchable, Sign, title};
use crate::view::icons::Icon;
use crate::view::widgets::card_frame;
use egui::{Align2, Area, Id, Order, Ui, vec2};

/// Size of the list with its field, in points.
const SIZE: egui::Vec2 = vec2(380.0, 320.0);
/// In a larger document than this, targets are listed without asking beforehand whether they are allowed.
const ASKED: usize = 2_000;

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What follows this node.
    Append(NodeId),
    /// What goes into the selected connection.
    Insert(crate::model::FlowId),
    /// What is put on free ground.
    Create,
    /// What waits at the edge of this step.
    Attach(NodeId),
    /// What this node becomes.
    Change(NodeId),
    /// Where a connection from here leads to.
    Target(Subject),
}

/// A list to choose from.
pub struct Chooser {
    question: Question,
    finder: Finder,
    search: Searchable,
    rows: Vec<Row>,
    commands: Vec<Command>,
    /// The view as it was before targets were brought into it.
    pub before: Camera,
}

/// What came of a frame of choosing.
pub enum Outcome {
    /// It goes on; this is what the chosen row would do.
    Choosing(Option<Command>),
    /// This is to be done.
    Chosen(Command),
    /// Nothing is to be done.
    Left,
}

impl Chooser {
    /// Begins with everything that fits; `None` if nothing does.
    pub fn begin(desk: &Desk<'_>, question: Question) -> Option<Self> {
        let (rows, commands): (Vec<Row>, Vec<Command>) = match question {
            Question::Append(node) => of_kinds(desk, &menu::append_columns(), |kind| deeds::append(node, kind)),
            Question::Insert(flow) => {
                of_kinds(desk, &menu::insert_columns(), |kind| Command::Flow(FlowCommand::InsertOnFlow { flow, kind }))
            }
            Question::Attach(host) => {
                of_kinds(desk, &[("canvas-group-boundary", elements::boundary_events(host))], |kind| menu::becoming(host, kind))
            }
            Question::Change(node) => of_kinds(desk, &menu::change_columns(desk.context.document, node), |kind| menu::becoming(node, kind)),
            Question::Create => of_elements(desk),
            Question::Target(from) => targets(desk, from),
        }
        .into_iter()
        .unzip();
        let search = Searchable::new(rows.iter().map(Row::text).collect::<Vec<_>>().iter().map(String::as_str));
        (!rows.is_empty()).then_some(Self { question, finder: Finder::default(), search, rows, commands, before: *desk.camera })
    }

    /// Whether what is chosen gets a name next.
    pub fn makes_element(&self) -> bool {
        !matches!(self.question, Question::Change(_) | Question::Target(_))
    }

    /// The element to which the chosen connection would lead, to be brought into view.
    pub fn target(&self) -> Option<Subject> {
        match self.commands.get(self.finder.chosen()?)? {
            Command::Flow(FlowCommand::Connect { to, .. }) => Some(*to),
            _ => None,
        }
    }

    /// Draws it beside the selection.
    pub fn ui(&mut self, ui: &Ui, desk: &Desk<'_>, refusal: Option<&str>) -> Outcome {
        let (theme, texts) = (desk.context.theme, desk.context.texts);
        let shown = Area::new(Id::unique("canvas chooser")).order(Order::Foreground).pivot(Align2::LEFT_TOP).fixed_pos(place(desk)).show(
            ui.ctx(),
            |ui| {
                card_frame(theme).inner_margin(8.0).show(ui, |ui| {
                    ui.set_max_size(SIZE);
                    ui.set_width(SIZE.x);
                    let label = texts.get(self.question.label());
                    let found = self.finder.ui(ui, (theme, texts), label, &self.rows, &mut self.search);
                    if let Some(refusal) = refusal {
                        crate::view::widgets::error_text(ui, theme, refusal);
                    }
                    found
                })
            },
        );
        let found = shown.inner.inner;
        let is_elsewhere = ui.input(|input| input.pointer.any_pressed()) && !shown.response.contains_pointer();
        match found {
            Found::Taken(number) => self.commands.get(number).cloned().map_or(Outcome::Left, Outcome::Chosen),
            Found::Left => Outcome::Left,
            Found::NotYet if is_elsewhere => Outcome::Left,
            Found::NotYet => Outcome::Choosing(self.finder.chosen().and_then(|number| self.commands.get(number)).cloned()),
        }
    }
}

impl Question {
    fn label(self) -> &'static str {
        match self {
            Self::Append(_) => "canvas-choose-append",
            Self::Insert(_) => "canvas-choose-insert",
            Self::Create => "canvas-choose-create",
            Self::Attach(_) => "canvas-choose-attach",
            Self::Change(_) => "canvas-choose-change",
            Self::Target(_) => "canvas-choose-target",
        }
    }
}

/// Below the selected element, else in the middle; wholly on the canvas.
fn place(desk: &Desk<'_>) -> egui::Pos2 {
    let screen = desk.camera.screen;
    let selected = desk.context.selection.primary.and_then(|subject| desk.scene.bounds(subject));
    let wished = selected.map_or(screen.center() - SIZE / 2.0, |bounds| desk.camera.rect(bounds).right_bottom() + vec2(12.0, 12.0));
    let last = (screen.max - SIZE - vec2(32.0, 48.0)).max(screen.min + vec2(8.0, 8.0));
    wished.clamp(screen.min + vec2(8.0, 8.0), last)
}

fn of_kinds(desk: &Desk<'_>, columns: &[(&'static str, Vec<NodeKind>)], command: impl Fn(NodeKind) -> Command) -> Vec<(Row, Command)> {
    let rows = columns.iter().flat_map(|(title, kinds)| kinds.iter().map(move |kind| (*title, kind)));
    rows.map(|(title, kind)| (row_of(desk, title, NewElement::Node(kind.clone())), command(kind.clone()))).collect()
}

fn of_elements(desk: &Desk<'_>) -> Vec<(Row, Command)> {
    let rows = elements::groups().into_iter().flat_map(|group| group.elements.into_iter().map(move |element| (group.title, element)));
    rows.map(|(title, element)| {
        let command = put(desk, &element);
        (row_of(desk, title, element), command)
    })
    .collect()
}

/// The command that puts an element where there is room.
pub fn put(desk: &Desk<'_>, element: &NewElement) -> Command {
    let has_pool = desk.context.document.pool_of(desk.process).is_some();
    desk.here(element.placed(desk.context.texts, desk.process, has_pool, free_place(desk, element)))
}

fn row_of(desk: &Desk<'_>, title: &'static str, element: NewElement) -> Row {
    let texts = desk.context.texts;
    let name = element.name(texts).to_owned();
    Row { sign: Sign::Element(element), name, about: texts.get(title).to_owned(), shortcut: String::new() }
}

/// Where a new element of this size does not lie on others: as near to the middle of the view as there is room; a
/// further participant below everything.
fn free_place(desk: &Desk<'_>, element: &NewElement) -> Point {
    let middle = super::camera::on_grid(desk.camera.visible().centre(), snap::GRID);
    let (width, height) = element.size();
    if matches!(element, NewElement::Pool(_) | NewElement::BlackBox) {
        let below = |content: Bounds| Point::new(content.x + width / 2.0, (content.bottom() + 60.0).round() + height / 2.0);
        return desk.scene.content().map_or(middle, below);
    }
    let is_free = |at: &Point| {
        let area = Bounds::centred(*at, width + 40.0, height + 40.0);
        !desk.scene.within(area).into_iter().any(|item| !item.is_ground() && lies_in(item, area))
    };
    let ring =
        |far: i32| (-far..=far).flat_map(move |x| (-far..=far).map(move |y| (x, y))).filter(move |(x, y)| x.abs().max(y.abs()) == far);
    let steps = (0..12).flat_map(ring).map(|(x, y)| Point::new(middle.x + 60.0 * f64::from(x), middle.y + 60.0 * f64::from(y)));
    steps.into_iter().find(is_free).unwrap_or(middle)
}

fn lies_in(item: &Item, area: Bounds) -> bool {
    item.shape().map_or(item.reach, |shape| shape.bounds).overlaps(area)
}

/// Everything on the canvas to which a connection may lead, the nearest first.
fn targets(desk: &Desk<'_>, from: Subject) -> Vec<(Row, Command)> {
    let document = desk.context.document;
    let is_asked = document.nodes.len() <= ASKED;
    let here = desk.scene.bounds(from).map(Bounds::centre).unwrap_or_default();
    let fits = |to: Subject| to != from && (!is_asked || may_connect(document, from, to).is_ok());
    let shapes = desk.scene.items().iter().filter_map(|item| Some((item, item.shape()?.bounds)));
    let mut found: Vec<(&Item, f64)> = shapes
        .filter(|(item, _)| !matches!(item.subject, Subject::Lane(_)) && fits(item.subject))
        .map(|(item, bounds)| (item, here.distance(bounds.centre())))
        .collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    let connect = |to| Command::Flow(FlowCommand::Connect { from, to });
    found.into_iter().map(|(item, _)| (target_row(desk, item), connect(item.subject))).collect()
}

fn target_row(desk: &Desk<'_>, item: &Item) -> Row {
    let (texts, document) = (desk.context.texts, desk.context.document);
    let name = title(document, texts, desk.scene.flows(), item.subject);
    let about = texts.kind_of(document, item.subject).to_owned();
    Row { sign: sign_of(document, item.subject), name, about, shortcut: String::new() }
}

/// The sign of an element of the canvas.
pub fn sign_of(document: &crate::model::Document, subject: Subject) -> Sign {
    let element = match subject {
        Subject::Node(node) => document.nodes.get(node).map(|node| NewElement::Node(node.kind.clone())),
        Subject::Pool(pool) => document.pools.get(pool).map(|pool| match pool.process {
            Some(_) => NewElement::Pool(pool.orientation),
            None => NewElement::BlackBox,
        }),
        Subject::Artifact(artifact) => document.artifacts.get(artifact).map(|it| NewElement::Artifact(plain(&it.kind))),
        _ => None,
    };
    element.map_or(Sign::Icon(Icon::Connect), Sign::Element)
}

/// Only the kind matters for the sign, not a long text.
fn plain(kind: &ArtifactKind) -> ArtifactKind {
    match kind {
        ArtifactKind::Annotation { .. } => ArtifactKind::Annotation { text: String::new() },
        ArtifactKind::Group { .. } => ArtifactKind::Group { name: String::new() },
        ArtifactKind::DataObject { is_store, .. } => ArtifactKind::DataObject { name: String::new(), object: None, is_store: *is_store },
    }
}
