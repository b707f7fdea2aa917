//! Random procedures in the notation: any connections, not only well-nested ones.

use std::fmt::Write;

/// Numbers that look random and are the same for the same seed (a linear congruential generator, Knuth's MMIX constants).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d);
        dice.below(2);
        dice
    }

    /// A number from 0 to below `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit.max(1))).unwrap()
    }

    fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }
}

/// A node from which flows go out, and how many want to.
struct Source {
    key: String,
    ways: u32,
    /// Whether its flows have conditions; the last one is the default.
    decides: bool,
    /// Its place among the targets of its level, for going forward or back.
    place: usize,
}

#[derive(Default)]
struct Writer {
    nodes: String,
    flows: String,
    count: u32,
}

/// The lines of a procedure whose first node is called `first`, to be put behind its start event.
pub fn procedure(dice: &mut Dice) -> String {
    let mut writer = Writer::default();
    let first = writer.level(dice, 2, false);
    format!("{}s > first > {first}\n{}", writer.nodes, writer.flows)
}

impl Writer {
    fn key(&mut self, kind: char) -> String {
        self.count += 1;
        format!("{kind}{}", self.count)
    }

    fn line(&mut self, line: &str) {
        writeln!(self.nodes, "{line}").unwrap();
    }

    /// The nodes and flows of a level; gives the first node. `throws`: an error may leave the sub-process.
    fn level(&mut self, dice: &mut Dice, deeper: u32, throws: bool) -> String {
        let (mut targets, mut sources) = (Vec::new(), Vec::new());
        for _ in 0..2 + dice.below(6) {
            self.node(dice, deeper, &mut targets, &mut sources);
        }
        for kind in 0..=dice.below(2) {
            let key = self.key('e');
            let trigger = match dice.below(8) {
                0 => " terminate",
                1 if throws && kind > 0 => " error:E",
                _ => "",
            };
            self.line(&format!("end {key}{trigger}"));
            targets.push(key);
        }
        for source in &sources {
            self.connect(dice, source, &targets);
        }
        targets[0].clone()
    }

    fn node(&mut self, dice: &mut Dice, deeper: u32, targets: &mut Vec<String>, sources: &mut Vec<Source>) {
        let place = targets.len();
        let from = |key: &str, ways: u32, decides: bool| Source { key: key.to_owned(), ways, decides, place };
        match dice.below(if deeper > 0 { 16 } else { 14 }) {
            0..=3 => {
                let key = self.key('u');
                self.line(&format!("user {key}"));
                let ways = if dice.one_in(6) { 2 } else { 1 };
                sources.push(from(&key, ways, dice.one_in(2)));
                self.edge(dice, &key, false, place, sources);
                targets.push(key);
            }
            4 | 5 => {
                let key = self.key('p');
                self.line(&format!("script {key} v.n = (if v.n = null then 0 else v.n) + 1"));
                sources.push(from(&key, 1, false));
                targets.push(key);
            }
            6 => {
                let key = self.key('r');
                self.line(&format!("race {key}"));
                for _ in 0..2 {
                    let event = self.key('c');
                    self.line(&format!("catch {event} message:{event}"));
                    writeln!(self.flows, "{key} > {event}").unwrap();
                    sources.push(from(&event, 1, false));
                }
                targets.push(key);
            }
            7 => {
                let key = self.key('c');
                self.line(&format!("catch {key} message:{key}"));
                sources.push(from(&key, 1, false));
                targets.push(key);
            }
            gateway @ 8..=13 => {
                let (kind, letter) = [("xor", 'x'), ("and", 'a'), ("or", 'o')][gateway as usize % 3];
                let key = self.key(letter);
                self.line(&format!("{kind} {key}"));
                sources.push(from(&key, 1 + dice.below(3), kind != "and"));
                targets.push(key);
            }
            _ => self.sub(dice, deeper, targets, sources),
        }
    }

    fn sub(&mut self, dice: &mut Dice, deeper: u32, targets: &mut Vec<String>, sources: &mut Vec<Source>) {
        let (key, start) = (self.key('b'), self.key('s'));
        self.line(&format!("sub {key} {{"));
        self.line(&format!("start {start}"));
        let throws = dice.one_in(2);
        let first = self.level(dice, deeper - 1, throws);
        self.line("}");
        writeln!(self.flows, "{start} > {first}").unwrap();
        match dice.below(6) {
            0 => self.line(&format!("repeat {key} loop v.m > 0 max 2")),
            1 => self.line(&format!("repeat {key} each 2 as i")),
            2 => self.line(&format!("repeat {key} each 2 as i sequential")),
            _ => {}
        }
        let place = targets.len();
        self.edge(dice, &key, throws, place, sources);
        sources.push(Source { key: key.clone(), ways: 1, decides: false, place });
        targets.push(key);
    }

    /// Perhaps an event at the edge of a step.
    fn edge(&mut self, dice: &mut Dice, host: &str, throws: bool, place: usize, sources: &mut Vec<Source>) {
        let event = self.key('v');
        let line = match dice.below(4) {
            _ if throws => format!("on {host} {event} error:E"),
            0 => format!("on {host} {event} message:{event}"),
            1 => format!("on {host} {event} message:{event} beside"),
            _ => return,
        };
        self.line(&line);
        sources.push(Source { key: event, ways: 1, decides: false, place });
    }

    /// Flows to different targets, mostly forward.
    fn connect(&mut self, dice: &mut Dice, source: &Source, targets: &[String]) {
        let mut chosen: Vec<&String> = Vec::new();
        for _ in 0..source.ways {
            let ahead = source.place + 1;
            let place = if dice.one_in(6) || ahead >= targets.len() {
                dice.below(targets.len() as u32) as usize
            } else {
                ahead + dice.below((targets.len() - ahead).min(3) as u32) as usize
            };
            if targets[place] != source.key && !chosen.contains(&&targets[place]) {
                chosen.push(&targets[place]);
            }
        }
        for (number, target) in chosen.iter().enumerate() {
            let condition = match number + 1 == chosen.len() {
                _ if !source.decides || chosen.len() == 1 => String::new(),
                true => " default".to_owned(),
                false => format!(" [v.m = {}]", dice.below(4)),
            };
            writeln!(self.flows, "{} > {target}{condition}", source.key).unwrap();
        }
    }
}
