//! Activities: tasks, sub-processes, calls (BPMN 2.0, 13.3).

use super::super::data::WriteFault;
use super::super::program::{Kind, NodeIx, Repetition, Write};
use super::super::state::{At, Owner, TokenId};
use super::super::trace::{Happening, StuckReason};
use super::super::values::Misfit;
use super::Engine;
use crate::expr::Value;

impl Engine<'_> {
    pub(super) fn enter_activity(&mut self, token: TokenId, node: NodeIx) {
        if self.is_run(token, node) {
            return self.begin_activity(token, node);
        }
        self.note_entered(node);
        let program = self.program;
        for event in &program.node(node).boundary {
            self.arm_or_note(Owner::Token(token), *event);
        }
        match program.node(node).repetition {
            Repetition::Once => self.begin_activity(token, node),
            _ => self.begin_repeated(token, node),
        }
    }

    /// Begins the work itself, once.
    fn begin_activity(&mut self, token: TokenId, node: NodeIx) {
        let program = self.program;
        match &program.node(node).kind {
            Kind::Person => {
                let due = program.node(node).due.as_ref().and_then(|due| due.after(self.state.now, &program.calendar));
                self.place(token, At::Task { node, due });
            }
            Kind::Service { .. } => self.place(token, At::Service(node)),
            Kind::Receive(_) => self.wait(token, node),
            Kind::Script(writes) => {
                let outcome = self.assign(token, node, writes);
                self.finish_or_stick(token, node, outcome);
            }
            Kind::Decision(_) => {
                let outcome = self.decide(token, node);
                self.finish_or_stick(token, node, outcome);
            }
            Kind::Send(_) => self.throws.push_back(token),
            Kind::Call(Some(level)) => self.open_level(token, node, *level, true),
            Kind::Call(None) => self.stick(token, node, StuckReason::CallsNothing),
            Kind::Sub(level) => self.open_level(token, node, *level, false),
            _ => self.finish(token, node),
        }
    }

    fn finish_or_stick(&mut self, token: TokenId, node: NodeIx, outcome: Result<(), StuckReason>) {
        match outcome {
            Ok(()) => self.finish(token, node),
            Err(reason) => self.stick(token, node, reason),
        }
    }

    fn assign(&mut self, token: TokenId, node: NodeIx, writes: &[Write]) -> Result<(), StuckReason> {
        let scope = self.scope_of(token);
        for write in writes {
            let target = write.target.as_ref().map_err(|fault| StuckReason::Write(fault.clone().into()))?;
            let value = write.value.value(&self.scene(scope)).map_err(StuckReason::Expression)?;
            match self.write(scope, target, &value, node) {
                // Where a code comes from elsewhere, the model is not at fault, and the procedure goes on without it.
                Err(WriteFault::Misfit { path, misfit: Misfit::Code { code, .. } }) if !write.value.is_literal() => {
                    self.note(Happening::LeftEmpty { path, code, by: self.program.node(node).id });
                    self.write(scope, target, &Value::Null, node).map_err(StuckReason::Write)?;
                }
                written => written.map_err(StuckReason::Write)?,
            }
        }
        Ok(())
    }

    fn decide(&mut self, token: TokenId, node: NodeIx) -> Result<(), StuckReason> {
        let program = self.program;
        let Kind::Decision(table) = &program.node(node).kind else { return Ok(()) };
        let scope = self.scope_of(token);
        let decision = table.decide(&self.scene(scope))?;
        self.note(Happening::Decided { node: program.node(node).id, table: table.id, rules: decision.rules });
        for (target, value) in table.targets().zip(&decision.results) {
            match target {
                None => {}
                Some(Ok(path)) => self.write(scope, path, value, node).map_err(StuckReason::Write)?,
                Some(Err(fault)) => return Err(StuckReason::Write(fault.clone().into())),
            }
        }
        Ok(())
    }

    /// A person, base service or message is done with the step.
    pub fn complete(&mut self, token: TokenId) {
        if let Some(node) = self.state.tokens.get(&token).and_then(|token| token.at.node()) {
            self.finish(token, node);
        }
    }
}
