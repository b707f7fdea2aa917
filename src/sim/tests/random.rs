//! Random procedures of well-nested blocks always end, whatever is chosen, and the way back is exact.

use super::Play;
use proptest::prelude::*;
use std::fmt::Write;

/// A block with one way in and one way out.
#[derive(Clone, Debug)]
enum Block {
    Task,
    Script,
    Service,
    Timer,
    Sequence(Vec<Block>),
    Parallel(Vec<Block>),
    Choice(Vec<Block>),
    Inclusive(Vec<Block>),
    Sub(Box<Block>),
    /// At least once, at most three times.
    Loop(Box<Block>),
    Each(Box<Block>, bool),
    /// A step with a timer at its edge that does not interrupt.
    Reminded,
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![Just(Block::Task), Just(Block::Script), Just(Block::Service), Just(Block::Timer), Just(Block::Reminded)];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            several().prop_map(Block::Sequence),
            several().prop_map(Block::Parallel),
            several().prop_map(Block::Choice),
            several().prop_map(Block::Inclusive),
            inner.clone().prop_map(|block| Block::Sub(Box::new(block))),
            inner.clone().prop_map(|block| Block::Loop(Box::new(block))),
            (inner, any::<bool>()).prop_map(|(block, sequential)| Block::Each(Box::new(block), sequential)),
        ]
    })
}

/// Writes blocks in the notation.
#[derive(Default)]
struct Writer {
    nodes: String,
    flows: String,
    count: usize,
}

impl Writer {
    fn key(&mut self, kind: &str, more: &str) -> String {
        self.count += 1;
        let key = format!("k{}", self.count);
        writeln!(self.nodes, "{kind} {key} {more}").unwrap();
        key
    }

    fn flow(&mut self, from: &str, to: &str, condition: &str) {
        writeln!(self.flows, "{from} > {to}{condition}").unwrap();
    }

    /// Entry and exit of a block.
    fn block(&mut self, block: &Block) -> (String, String) {
        let one = |key: String| (key.clone(), key);
        match block {
            Block::Task => one(self.key("user", "")),
            Block::Script => one(self.key("script", "v.n = (if v.n = null then 0 else v.n) + 1")),
            Block::Service => one(self.key("service", "x v.j = true")),
            Block::Timer => one(self.key("catch", "timer:PT1H")),
            Block::Reminded => {
                let key = self.key("user", "");
                self.count += 1;
                writeln!(self.nodes, "on {key} k{} every:PT1Hx2 beside", self.count).unwrap();
                one(key)
            }
            Block::Sequence(blocks) => {
                let ends: Vec<(String, String)> = blocks.iter().map(|block| self.block(block)).collect();
                ends.windows(2).for_each(|pair| self.flow(&pair[0].1, &pair[1].0, ""));
                (ends[0].0.clone(), ends[ends.len() - 1].1.clone())
            }
            Block::Parallel(blocks) => self.gateway("and", blocks, |_| String::new()),
            Block::Choice(blocks) => {
                self.gateway("xor", blocks, |place| if place == 0 { " default".to_owned() } else { format!(" [v.m = {place}]") })
            }
            Block::Inclusive(blocks) => {
                self.gateway("or", blocks, |place| if place == 0 { " default".to_owned() } else { format!(" [v.m >= {place}]") })
            }
            Block::Sub(inner) => one(self.sub(inner)),
            Block::Loop(inner) => {
                let key = self.sub(inner);
                writeln!(self.nodes, "repeat {key} loop v.m > 0 max 3").unwrap();
                one(key)
            }
            Block::Each(inner, sequential) => {
                let key = self.sub(inner);
                let sequential = if *sequential { " sequential" } else { "" };
                writeln!(self.nodes, "repeat {key} each v.m as i{sequential}").unwrap();
                one(key)
            }
        }
    }

    fn sub(&mut self, inner: &Block) -> String {
        let key = self.key("sub", "{");
        self.block(inner);
        self.nodes.push_str("}\n");
        key
    }

    fn gateway(&mut self, kind: &str, blocks: &[Block], condition: impl Fn(usize) -> String) -> (String, String) {
        let split = self.key(kind, "");
        let inner: Vec<(String, String)> = blocks.iter().map(|block| self.block(block)).collect();
        let join = self.key(kind, "");
        for (place, (entry, exit)) in inner.iter().enumerate() {
            self.flow(&split, entry, &condition(place));
            self.flow(exit, &join, "");
        }
        (split, join)
    }
}

fn text(block: &Block) -> String {
    let mut writer = Writer::default();
    let (entry, exit) = writer.block(block);
    format!("start s\nscript z v.m = 1\n{}end e\n{}s > z > {entry}\n{exit} > e", writer.nodes, writer.flows)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn well_nested_procedures_end_properly(block in block(), picks in prop::collection::vec(any::<usize>(), 1..20), m in 0..3) {
        let mut play = Play::new(&text(&block).replace("v.m = 1\n", &format!("v.m = {m}\n")));
        play.step("start s").unwrap();
        let mut states = vec![play.run.state().clone()];
        for turn in 0..500 {
            if play.run.state().has_ended() {
                break;
            }
            let offers = play.offers();
            let keys: Vec<&str> = offers.split(' ').collect();
            let key = keys[picks[turn % picks.len()] % keys.len()].to_owned();
            let done = ["do", "answer", "trigger"].iter().any(|word| play.step(&format!("{word} {key}")).is_ok());
            prop_assert!(done, "nothing could be done at {key}");
            states.push(play.run.state().clone());
        }
        prop_assert!(play.run.state().has_ended(), "{}", text(&block));
        let end = play.node("e");
        let reached = play.run.trace().iter().filter(|event| event.what == crate::sim::Happening::Entered(end)).count();
        prop_assert_eq!(reached, 1);
        prop_assert!(play.run.state().tokens.is_empty() && play.run.state().waits.is_empty() && play.run.state().joins.is_empty());
        while let Some(state) = states.pop() {
            prop_assert_eq!(play.run.state(), &state);
            play.run.back();
        }
        prop_assert!(play.run.trace().is_empty());
    }
}
