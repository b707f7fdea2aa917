//! Random sound documents from a number: other texts, other numbers, other nesting each time.

use crate::model::*;

/// A source of choices; the same number gives the same choices (`SplitMix64`).
pub(super) struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the limit.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 0
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.yes() { Some(value(self)) } else { None }
    }

    fn several<T>(&mut self, mut value: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| value(self)).collect()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn text(&mut self) -> String {
        const LETTERS: &[char] = &[
            'a',
            'ß',
            'Ü',
            '"',
            '\'',
            '\\',
            '\n',
            '\r',
            '\t',
            '\0',
            '\u{7f}',
            '\u{85}',
            '\u{301}',
            '\u{200b}',
            '\u{202e}',
            '\u{feff}',
            '\u{2028}',
            '😀',
            '(',
            ')',
            '[',
            ']',
            ':',
            ',',
            '#',
            'r',
            '/',
            '*',
            '{',
            '}',
            '\u{10ffff}',
            ' ',
        ];
        (0..self.below(12)).map(|_| self.one(LETTERS)).collect()
    }

    fn number(&mut self) -> f64 {
        match self.below(6) {
            0 => 0.0,
            1 => -0.0,
            2 => f64::MIN_POSITIVE,
            3 => -WORLD,
            4 => self.below(2_000) as f64,
            _ => (self.roll() as f64 / u64::MAX as f64 - 0.5) * WORLD,
        }
    }

    fn bounds(&mut self) -> Bounds {
        Bounds::new(self.number() / 2.0, self.number() / 2.0, 0.1 + self.number().abs() / 3.0, 0.1 + self.number().abs() / 3.0)
    }

    fn assignment(&mut self) -> Assignment {
        Assignment { target: self.text(), value: self.text() }
    }

    fn law(&mut self) -> LegalBasis {
        LegalBasis { law: self.text(), paragraph: self.text(), link: self.text() }
    }

    fn duration(&mut self) -> Duration {
        Duration { iso: self.text(), in_working_days: self.yes() }
    }

    fn event(&mut self) -> Event {
        match self.below(6) {
            0 => Event::None,
            1 => Event::Timer(Timer::Cycle { every: self.duration(), times: self.maybe(|dice| dice.roll() as u32) }),
            2 => Event::Timer(Timer::Date(self.text())),
            3 => Event::Conditional(self.text()),
            4 => Event::Terminate,
            _ => Event::Message(self.text()),
        }
    }
}

/// A sound document.
pub(super) fn document(seed: u64) -> Document {
    let mut dice = Dice(seed);
    let mut document = Document::empty(&dice.text(), &dice.text());
    data(&mut document, &mut dice);
    for _ in 0..dice.below(3) {
        form(&mut document, &mut dice);
    }
    steps(&mut document, &mut dice, None, 0);
    document.next_id += dice.below(100) as u32;
    document
}

fn data(document: &mut Document, dice: &mut Dice) {
    let object: ObjectTypeId = document.new_id();
    let mut fields = Vec::new();
    for _ in 0..dice.below(5) {
        let id: DataFieldId = document.new_id();
        let kind = dice.one(&[FieldKind::Text, FieldKind::Money, FieldKind::List(object), FieldKind::File]);
        let constraints = Constraints {
            min_length: dice.maybe(|dice| dice.roll() as u32),
            pattern: dice.text(),
            file_kinds: dice.several(Dice::text),
            max_file_size: dice.maybe(Dice::roll),
            ..Constraints::default()
        };
        let [key, name, description, purpose, fim_id] = std::array::from_fn(|_| dice.text());
        let (is_personal, legal_bases, retention) = (dice.yes(), dice.several(Dice::law), dice.maybe(Dice::duration));
        let field = DataField {
            description,
            purpose,
            constraints,
            is_personal,
            retention,
            legal_bases,
            fim_id,
            ..DataField::new(id, object, &key, &name, kind)
        };
        document.fields.insert(id, field);
        fields.push(id);
    }
    let [key, name, description, fim_id] = std::array::from_fn(|_| dice.text());
    let legal_bases = dice.several(Dice::law);
    document.objects.insert(object, ObjectType { id: object, key, name, description, fields, legal_bases, fim_id });
}

fn form(document: &mut Document, dice: &mut Dice) {
    let id: FormId = document.new_id();
    let mut pages = Vec::new();
    for _ in 0..=dice.below(2) {
        let id = document.new_id();
        let depth = dice.below(6);
        let kind = dice.one(&[PageKind::Questions, PageKind::Summary]);
        pages.push(Page { id, title: dice.text(), kind, visible_when: dice.text(), elements: elements(document, dice, depth) });
    }
    let [key, name, description] = std::array::from_fn(|_| dice.text());
    let mut form = Form { description, ..Form::new(id, &key, &name, pages) };
    form.shows = document.forms.keys().next().filter(|_| dice.yes());
    let all: Vec<FormElementId> = form.elements().into_iter().map(|element| element.id).collect();
    form.rules = dice.several(|dice| rule(document, dice, &all));
    if dice.yes() {
        let source: SourceId = document.new_id();
        let [key, name, text] = std::array::from_fn(|_| dice.text());
        let format = dice.one(&[SourceFormat::Xdatenfelder2, SourceFormat::Xdatenfelder3]);
        document.sources.insert(source, Source { id: source, key, name, format, text, given: Default::default() });
        form.source = Some(source);
        document.origins.insert(Subject::Form(id), Origin { source, id: dice.text() });
    }
    document.forms.insert(id, form);
    translate(document, dice, id);
}

fn rule(document: &mut Document, dice: &mut Dice, elements: &[FormElementId]) -> FormRule {
    use Consequence::*;
    const ALL: [Consequence; 8] =
        [Required, RequiredElseNotAllowed, NotAllowed, Visible, AtLeastOne, ExactlyOne, ValidPartialDate, Message];
    let [name, wording, when, message, fim_id] = std::array::from_fn(|_| dice.text());
    let targets = if elements.is_empty() { Vec::new() } else { dice.several(|dice| dice.one(elements)) };
    let (then, stays_words) = (dice.maybe(|dice| dice.one(&ALL)), dice.below(2) == 0);
    FormRule { id: document.new_id(), name, wording, when, then, stays_words, targets, message, fim_id }
}

fn translate(document: &mut Document, dice: &mut Dice, form: FormId) {
    let id: LanguageId = document.new_id();
    let codes = [TextPart::Code(dice.text()), TextPart::CodeHelp(dice.text())];
    let parts = [TextPart::Name, TextPart::Description, TextPart::RuleMessage(3)].into_iter().chain(codes).collect::<Vec<_>>();
    let mut translation = |part: &TextPart| {
        let place = TextPlace { at: Subject::Form(form), part: part.clone() };
        (place, Translation { text: dice.text(), of: dice.text() })
    };
    let texts = parts.iter().map(&mut translation).collect();
    document.languages.insert(id, Language { id, tag: dice.text(), name: dice.text(), texts });
}

fn elements(document: &mut Document, dice: &mut Dice, depth: usize) -> Vec<FormElement> {
    let fields: Vec<DataFieldId> = document.fields.keys().collect();
    let mut elements = Vec::new();
    for _ in 0..dice.below(4) {
        let id = document.new_id();
        let kind = match dice.below(3) {
            0 if depth > 0 => {
                let elements = self::elements(document, dice, depth - 1);
                ElementKind::Group(FieldGroup { title: dice.text(), help: dice.text(), repeat: None, elements })
            }
            1 if !fields.is_empty() => ElementKind::Field(FormField {
                data: DataPath::field(dice.one(&fields)),
                label: dice.text(),
                help: dice.text(),
                is_required: dice.yes(),
                required_when: dice.text(),
                is_read_only: dice.yes(),
                prefill: dice.text(),
                account: dice.maybe(|dice| dice.one(&[AccountAttribute::GivenNames, AccountAttribute::Address])),
                choice_style: dice.one(&[ChoiceStyle::Automatic, ChoiceStyle::Search]),
                parts: dice.several(|dice| PartDemand { part: dice.text(), demand: dice.one(&[Demand::Optional, Demand::Absent]) }),
                rules: dice.several(|dice| FieldRule { condition: dice.text(), message: dice.text() }),
            }),
            _ => ElementKind::Hint { kind: HintKind::Warning, text: dice.text() },
        };
        let (width_medium, width_narrow) = (dice.maybe(width), dice.maybe(width));
        elements.push(FormElement { id, width: width(dice), width_medium, width_narrow, visible_when: dice.text(), kind });
    }
    elements
}

fn width(dice: &mut Dice) -> u8 {
    1 + dice.below(12) as u8
}

fn steps(document: &mut Document, dice: &mut Dice, parent: Option<NodeId>, depth: usize) {
    let mut here: Vec<NodeId> = Vec::new();
    for _ in 0..dice.below(6) {
        let id: NodeId = document.new_id();
        let is_deeper = depth < 4 && dice.below(4) == 0;
        let kind = match dice.below(5) {
            _ if is_deeper => NodeKind::SubProcess { is_event: dice.yes() },
            0 => NodeKind::EndEvent(dice.event()),
            1 => NodeKind::StartEvent { trigger: dice.event(), is_interrupting: dice.yes() },
            2 => NodeKind::ScriptTask(dice.several(Dice::assignment)),
            3 => NodeKind::SendTask { message: dice.text() },
            _ => NodeKind::ExclusiveGateway,
        };
        let node = FlowNode {
            id,
            key: dice.text(),
            name: dice.text(),
            process: document.main_process,
            parent,
            lane: None,
            kind,
            repetition: Repetition::Once,
            details: StepDetails {
                fee: dice.maybe(|dice| Fee::Fixed(Money { cents: dice.roll().cast_signed() })),
                due: dice.maybe(Dice::duration),
                note: dice.text(),
                work_state: WorkState::ALL[dice.below(4)],
                ..StepDetails::default()
            },
        };
        document.nodes.insert(id, node);
        if let Some(bounds) = dice.maybe(Dice::bounds) {
            let label = dice.maybe(Dice::bounds);
            document.diagram.shapes.insert(Subject::Node(id), Shape { bounds, label, is_expanded: dice.yes() });
        }
        if let Some(from) = here.last().copied() {
            flow(document, dice, from, id);
        }
        here.push(id);
        if is_deeper {
            steps(document, dice, Some(id), depth + 1);
        }
    }
}

fn flow(document: &mut Document, dice: &mut Dice, from: NodeId, to: NodeId) {
    let id: FlowId = document.new_id();
    let (key, name, condition, is_default) = (dice.text(), dice.text(), dice.text(), dice.yes());
    document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default });
    if dice.yes() {
        let waypoints = (0..2 + dice.below(3)).map(|_| Point::new(dice.number(), dice.number())).collect();
        let edge = Edge { waypoints, label: dice.maybe(Dice::bounds), is_manual: dice.yes() };
        document.diagram.edges.insert(Subject::Flow(id), edge);
    }
}
