//! Properties of the procedure itself.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{KindOfService, Process};
use crate::view::widgets::Section;
use egui::Ui;

const KINDS: [KindOfService; 6] = [
    KindOfService::Application,
    KindOfService::Notification,
    KindOfService::Registration,
    KindOfService::Information,
    KindOfService::Objection,
    KindOfService::ExOfficio,
];

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, process: &Process) {
    pane.text(ui, "inspector-name", Aspect::Name, &process.name, 1, |name| Record::Process(Process { name, ..process.clone() }));
    pane.text(ui, "inspector-description", Aspect::Text, &process.description, 4, |description| {
        Record::Process(Process { description, ..process.clone() })
    });
    let kinds = KINDS.map(|kind| (kind, pane.context.texts.kind_of_service(kind)));
    if let Some(kind_of_service) = pane.choose(ui, "inspector-kind-of-service", &process.kind_of_service, &kinds) {
        pane.put(Record::Process(Process { kind_of_service, ..process.clone() }));
    }
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    Section::new("procedure-laws", texts.get("inspector-laws")).count(process.legal_bases.len()).ui(ui, theme, |ui| {
        pane.laws(ui, &process.legal_bases, |legal_bases| Record::Process(Process { legal_bases, ..process.clone() }));
    });
    if pane.document().main_process == process.id {
        super::calendar::ui(ui, pane, process);
        super::fim::process_ui(ui, pane, process);
    }
    Section::new("procedure-more", texts.get("inspector-more")).ui(ui, theme, |ui| {
        pane.text(ui, "inspector-version", Aspect::Version, &process.version, 1, |version| {
            Record::Process(Process { version, ..process.clone() })
        });
        pane.text(ui, "inspector-leistungsschluessel", Aspect::Key, &process.leistungsschluessel, 1, |leistungsschluessel| {
            Record::Process(Process { leistungsschluessel, ..process.clone() })
        });
        let keywords = process.keywords.join(", ");
        pane.text(ui, "inspector-keywords", Aspect::Text, &keywords, 1, |text| {
            let keywords = text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            Record::Process(Process { keywords, ..process.clone() })
        });
        pane.text(ui, "inspector-key", Aspect::Key, &process.key, 1, |key| Record::Process(Process { key, ..process.clone() }));
    });
}
