//! A short notation for procedures in tests.
//!
//! One line per node (`user a`, `script b v.n = v.n + 1; v.t = "x"`, `start s message:Antrag`, `on a timer:P1D beside`), flows as
//! `s > a > x`, with conditions `x > b [v.n > 1]` or `x > c default`; `sub p {` … `}` for what is inside; `process q {` … `}` for
//! further processes; `repeat a …`; `letter a text`; `message a > b`.
//!
//! The data: `v` with `n`, `m` (numbers), `t` (text), `j` (yes/no), `d` (date), `g` (money), `c` (choice of `rot`, `blau`), `person`,
//! and `liste`, a list of `posten` with `name` and `preis`.

use crate::model::*;
use std::collections::BTreeMap;

/// The document that the notation describes.
pub fn document(text: &str) -> Document {
    let mut reader = Reader { document: Document::empty("test", "Test"), keys: BTreeMap::new(), scope: Vec::new() };
    reader.data();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    reader.scope.push((reader.document.main_process, None));
    // Processes first, so that a call may name one that stands below it.
    for line in lines.iter().filter(|line| line.starts_with("process ")) {
        reader.process(line.trim_start_matches("process ").trim_end_matches('{').trim());
    }
    let connects = |line: &str| line.starts_with("message ") || line.split(' ').nth(1) == Some(">");
    lines.iter().filter(|line| !connects(line)).for_each(|line| reader.line(line));
    lines.iter().filter(|line| connects(line)).for_each(|line| reader.connection(line));
    assert_eq!(violations(&reader.document), Vec::new());
    reader.document
}

struct Reader {
    document: Document,
    keys: BTreeMap<String, NodeId>,
    scope: Vec<(ProcessId, Option<NodeId>)>,
}

impl Reader {
    fn object(&mut self, key: &str, fields: &[(&str, FieldKind)]) -> ObjectTypeId {
        let id: ObjectTypeId = self.document.new_id();
        let mut ids = Vec::new();
        for (key, kind) in fields {
            let field: DataFieldId = self.document.new_id();
            ids.push(field);
            self.document.fields.insert(field, DataField::new(field, id, key, key, *kind));
        }
        self.document.objects.insert(id, ObjectType { fields: ids, ..ObjectType::new(id, key, key) });
        id
    }

    fn data(&mut self) {
        let list: CodeListId = self.document.new_id();
        let codes = CodeList {
            id: list,
            key: "farben".to_owned(),
            name: String::new(),
            version: String::new(),
            uri: String::new(),
            entries: vec![CodeEntry::new("rot", "Rot"), CodeEntry::new("blau", "Blau")],
        };
        self.document.code_lists.insert(list, codes);
        let posten = self.object("posten", &[("name", FieldKind::Text), ("preis", FieldKind::Money)]);
        let fields = [
            ("n", FieldKind::Decimal),
            ("m", FieldKind::WholeNumber),
            ("t", FieldKind::Text),
            ("j", FieldKind::YesNo),
            ("d", FieldKind::Date),
            ("g", FieldKind::Money),
            ("c", FieldKind::Choice(list)),
            ("person", FieldKind::Person),
            ("liste", FieldKind::List(posten)),
        ];
        self.object("v", &fields);
    }

    fn process(&mut self, key: &str) {
        let id: ProcessId = self.document.new_id();
        let process = Process { id, key: key.to_owned(), name: key.to_owned(), ..self.document.main().unwrap().clone() };
        self.document.processes.insert(id, process);
        let pool: PoolId = self.document.new_id();
        let row =
            Pool { id: pool, key: key.to_owned(), name: String::new(), process: Some(id), role: None, orientation: Orientation::Vertical };
        self.document.pools.insert(pool, row);
    }

    fn process_of(&self, key: &str) -> Option<ProcessId> {
        self.document.processes.values().find(|process| process.key == key).map(|process| process.id)
    }

    fn line(&mut self, line: &str) {
        if line == "}" {
            self.scope.pop();
            return;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "process" => {
                let process = self.process_of(rest.trim_end_matches('{').trim()).unwrap();
                self.scope.push((process, None));
            }
            "repeat" => self.repeat(rest),
            "letter" => self.letter(rest),
            "due" => {
                let (key, iso) = rest.split_once(' ').unwrap();
                let (iso, working) = iso.split_once(" working").map_or((iso, false), |(iso, _)| (iso, true));
                self.node_mut(key).details.due = Some(Duration { iso: iso.to_owned(), in_working_days: working });
            }
            "form" => self.form(rest),
            "setting" => self.setting(rest),
            "table" => self.table(rest),
            "rule" => self.rule(rest),
            _ => self.node(word, rest),
        }
    }

    fn node_mut(&mut self, key: &str) -> &mut FlowNode {
        let id = self.keys[key];
        self.document.nodes.get_mut(id).unwrap()
    }

    fn node(&mut self, word: &str, rest: &str) {
        let opens = rest.ends_with('{');
        let rest = rest.trim_end_matches('{').trim();
        let (key, more) = rest.split_once(' ').unwrap_or((rest, ""));
        let (more, beside) = more.strip_suffix("beside").map_or((more, false), |more| (more.trim(), true));
        let is_interrupting = !beside;
        let mut details = StepDetails::default();
        let mut key = key;
        let kind = match word {
            "start" => NodeKind::StartEvent { trigger: event(more), is_interrupting },
            "end" => NodeKind::EndEvent(event(more)),
            "catch" => NodeKind::CatchEvent(event(more)),
            "throw" => NodeKind::ThrowEvent(event(more)),
            "on" => {
                let host = self.keys[key];
                let (own, more) = more.split_once(' ').unwrap();
                key = own;
                NodeKind::BoundaryEvent { host, trigger: event(more), is_interrupting }
            }
            "task" => NodeKind::Task,
            "user" => NodeKind::UserTask,
            "service" => {
                if !more.is_empty() {
                    let (service, answer) = more.split_once(' ').unwrap_or((more, ""));
                    details.service = Some(ServiceUse { service: service.to_owned(), answer: assignments(answer) });
                }
                NodeKind::ServiceTask
            }
            "script" => NodeKind::ScriptTask(assignments(more)),
            "decide" => {
                NodeKind::BusinessRuleTask(self.document.decision_tables.values().find(|table| table.key == more).map(|table| table.id))
            }
            "send" => NodeKind::SendTask { message: more.to_owned() },
            "receive" => NodeKind::ReceiveTask { message: more.to_owned() },
            "call" => NodeKind::CallActivity(self.process_of(more)),
            "sub" => NodeKind::SubProcess { is_event: false },
            "events" => NodeKind::SubProcess { is_event: true },
            "xor" => NodeKind::ExclusiveGateway,
            "or" => NodeKind::InclusiveGateway,
            "and" => NodeKind::ParallelGateway,
            "race" => NodeKind::EventBasedGateway,
            other => panic!("what is {other}?"),
        };
        let id: NodeId = self.document.new_id();
        let (process, parent) = *self.scope.last().unwrap();
        let node = FlowNode {
            id,
            key: key.to_owned(),
            name: key.to_owned(),
            process,
            parent,
            lane: None,
            kind,
            repetition: Repetition::Once,
            details,
        };
        self.document.nodes.insert(id, node);
        assert!(self.keys.insert(key.to_owned(), id).is_none(), "{key} twice");
        if opens {
            self.scope.push((process, Some(id)));
        }
    }

    /// `a loop CONDITION [before] [max 3]`, `a each COLLECTION as NAME [sequential] [until CONDITION]`.
    fn repeat(&mut self, text: &str) {
        let (key, text) = text.split_once(' ').unwrap();
        let repetition = if let Some(text) = text.strip_prefix("loop ") {
            let (text, maximum) = text.split_once(" max ").map_or((text, None), |(text, most)| (text, most.parse().ok()));
            let (condition, tests_before) = text.strip_suffix(" before").map_or((text, false), |text| (text, true));
            Repetition::Loop { condition: condition.to_owned(), tests_before, maximum }
        } else {
            let text = text.strip_prefix("each ").unwrap();
            let (text, completion) = text.split_once(" until ").unwrap_or((text, ""));
            let (text, is_sequential) = text.strip_suffix(" sequential").map_or((text, false), |text| (text, true));
            let (collection, element) = text.split_once(" as ").unwrap();
            Repetition::MultiInstance {
                is_sequential,
                collection: collection.to_owned(),
                element: element.to_owned(),
                completion_condition: completion.to_owned(),
            }
        };
        self.node_mut(key).repetition = repetition;
    }

    fn letter(&mut self, text: &str) {
        let (key, body) = text.split_once(' ').unwrap();
        let id: DocumentTemplateId = self.document.new_id();
        let name = format!("brief_{key}");
        let template = DocumentTemplate { id, key: name.clone(), name, subject: "Betreff".to_owned(), body: body.to_owned() };
        self.document.document_templates.insert(id, template);
        self.node_mut(key).details.documents.push(id);
    }

    /// `a v.n required; v.t when v.n > 1; v.g prefill 5`.
    fn form(&mut self, text: &str) {
        let (key, fields) = text.split_once(' ').unwrap();
        let form: FormId = self.document.new_id();
        let mut elements = Vec::new();
        for field in fields.split(';').map(str::trim) {
            let (field, prefill) = field.split_once(" prefill ").unwrap_or((field, ""));
            let (field, visible_when) = field.split_once(" when ").unwrap_or((field, ""));
            let (path, is_required) = field.strip_suffix(" required").map_or((field, false), |path| (path, true));
            let field = FormField::of(self.document.find_path(path).unwrap());
            let kind = ElementKind::Field(FormField { is_required, prefill: prefill.to_owned(), ..field });
            let visible_when = visible_when.to_owned();
            elements.push(FormElement { visible_when, ..FormElement::new(self.document.new_id(), kind) });
        }
        let page = Page { elements, ..Page::new(self.document.new_id(), "") };
        self.document.forms.insert(form, Form::new(form, key, "", vec![page]));
        self.node_mut(key).details.form = Some(form);
    }

    fn setting(&mut self, text: &str) {
        let (key, value) = text.split_once(" = ").unwrap();
        let id: SettingId = self.document.new_id();
        let setting = Setting {
            id,
            key: key.to_owned(),
            name: String::new(),
            description: String::new(),
            kind: FieldKind::Money,
            default_value: value.to_owned(),
            is_required: true,
        };
        self.document.settings.insert(id, setting);
    }

    /// `table KEY POLICY in1, in2 -> out1, out2`.
    fn table(&mut self, text: &str) {
        let (head, columns) = text.split_once(": ").unwrap();
        let (key, policy) = head.split_once(' ').unwrap();
        let (inputs, outputs) = columns.split_once(" -> ").unwrap();
        let id: DecisionTableId = self.document.new_id();
        let hit_policy = match policy {
            "unique" => HitPolicy::Unique,
            "first" => HitPolicy::First,
            "any" => HitPolicy::Any,
            _ => HitPolicy::Collect,
        };
        let input = |text: &str| DecisionInput { name: String::new(), expression: text.trim().to_owned() };
        let output = |text: &str| DecisionOutput { name: String::new(), target: text.trim().to_owned() };
        let table = DecisionTable {
            id,
            key: key.to_owned(),
            name: String::new(),
            hit_policy,
            inputs: inputs.split(',').map(input).collect(),
            outputs: outputs.split(',').map(output).collect(),
            rules: Vec::new(),
        };
        self.document.decision_tables.insert(id, table);
    }

    /// `rule KEY: test | test -> result | result`.
    fn rule(&mut self, text: &str) {
        let (key, row) = text.split_once(": ").unwrap();
        let (tests, results) = row.split_once(" -> ").unwrap();
        let cells = |text: &str| text.split('|').map(|cell| cell.trim().to_owned()).collect();
        let id = self.document.decision_tables.values().find(|table| table.key == key).unwrap().id;
        let rule = DecisionRule { tests: cells(tests), results: cells(results), note: String::new() };
        self.document.decision_tables.get_mut(id).unwrap().rules.push(rule);
    }

    /// `a > b > c [condition]`, or `message a > b`.
    fn connection(&mut self, line: &str) {
        if let Some(line) = line.strip_prefix("message ") {
            let (from, to) = line.split_once(" > ").unwrap();
            let id: MessageFlowId = self.document.new_id();
            let (from, to) = (Subject::Node(self.keys[from]), Subject::Node(self.keys[to]));
            let flow = MessageFlow { id, key: format!("m{}", id.0), name: String::new(), from, to };
            self.document.message_flows.insert(id, flow);
            return;
        }
        let (line, condition) = line.strip_suffix(']').and_then(|line| line.split_once(" [")).unwrap_or((line, ""));
        let (line, is_default) = line.strip_suffix(" default").map_or((line, false), |line| (line, true));
        let nodes: Vec<&str> = line.split(" > ").map(str::trim).collect();
        for pair in nodes.windows(2) {
            let id: FlowId = self.document.new_id();
            let (from, to) = (self.keys[pair[0]], self.keys[pair[1]]);
            let key = format!("{}-{}", pair[0], pair[1]);
            let flow = SequenceFlow { id, key, name: String::new(), from, to, condition: condition.to_owned(), is_default };
            self.document.flows.insert(id, flow);
        }
    }
}

/// `message:Antrag`, `timer:P1D`, `at:v.d`, `every:P1D`, `every:P1Dx3`, `signal:S`, `error:E`, `escalation:E`, `if:v.n > 1`,
/// `link:L`, `terminate`, or nothing.
fn event(text: &str) -> Event {
    let (word, rest) = text.split_once(':').unwrap_or((text, ""));
    let name = rest.to_owned();
    let duration = |iso: &str| Duration { iso: iso.to_owned(), in_working_days: false };
    match word {
        "message" => Event::Message(name),
        "timer" => Event::Timer(Timer::Duration(duration(rest))),
        "at" => Event::Timer(Timer::Date(name)),
        "every" => {
            let (iso, times) = rest.split_once('x').map_or((rest, None), |(iso, times)| (iso, times.parse().ok()));
            Event::Timer(Timer::Cycle { every: duration(iso), times })
        }
        "signal" => Event::Signal(name),
        "error" => Event::Error(name),
        "escalation" => Event::Escalation(name),
        "if" => Event::Conditional(name),
        "link" => Event::Link(name),
        "terminate" => Event::Terminate,
        "" => Event::None,
        other => panic!("what is {other}?"),
    }
}

/// `v.n = 1; v.t = "x"`.
pub fn assignments(text: &str) -> Vec<Assignment> {
    let one = |text: &str| {
        let (target, value) = text.split_once(" = ").unwrap();
        Assignment { target: target.trim().to_owned(), value: value.trim().to_owned() }
    };
    text.split(';').filter(|text| !text.trim().is_empty()).map(one).collect()
}
