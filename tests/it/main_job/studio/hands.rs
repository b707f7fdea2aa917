//! What a user does in the studio under test: points, drags, types, walks with Tab.

use super::{MOST_STOPS, Studio};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT, Queryable};

impl Studio {
    pub fn click(&mut self, label: &str) {
        self.window.get_by_label(label).click();
        self.settle();
    }

    pub fn click_first(&mut self, label: &str) {
        self.window.get_all_by_label(label).next().unwrap().click();
        self.settle();
    }

    /// Clicks what was drawn last of several with this label.
    pub fn click_last(&mut self, label: &str) {
        self.window.get_all_by_label(label).last().unwrap().click();
        self.settle();
    }

    pub fn click_role(&mut self, role: Role, label: &str) {
        self.window.get_by_role_and_label(role, label).click();
        self.settle();
    }

    /// Clicks an element of the canvas; its label begins with kind and name.
    pub fn click_element(&mut self, label: &str) {
        let at = self.element(label).rect().center();
        self.click_at(at);
    }

    /// Brings all into view and selects an element of the canvas.
    pub fn select(&mut self, label: &str) {
        self.click("Alles zeigen");
        self.click_element(label);
    }

    fn element(&self, label: &str) -> Node<'_> {
        let is_it = |node: &Node<'_>| {
            let found = node.accesskit_node().label().unwrap_or_default();
            found == label || found.starts_with(&format!("{label},"))
        };
        self.window.query_all_by_role(Role::Button).find(is_it).unwrap_or_else(|| panic!("{label} is not on the canvas"))
    }

    /// Where the element of this kind and name, or of this name alone, stands on the screen.
    pub fn place_of_element(&self, name: &str) -> egui::Rect {
        self.find_element(name).unwrap_or_else(|| panic!("{name} is not on the canvas"))
    }

    /// The same; `None` if it is out of view.
    pub fn find_element(&self, name: &str) -> Option<egui::Rect> {
        let is_it = |node: &Node<'_>| {
            let label = node.accesskit_node().label().unwrap_or_default();
            let head = label.split(", ").next().unwrap_or_default();
            head == name || head.strip_suffix(name).is_some_and(|kind| kind.ends_with(": "))
        };
        // What is out of view has a name but no place.
        let is_seen = |node: &Node<'_>| node.accesskit_node().bounding_box().is_some();
        self.window.query_all_by_role(Role::Button).filter(is_seen).find(is_it).map(|node| node.rect())
    }

    /// Clicks twice, quickly.
    pub fn double_click_at(&mut self, at: Pos2) {
        // Long enough for the clicks before not to count.
        self.window.run_steps(30);
        self.window.hover_at(at);
        for pressed in [true, false, true, false] {
            let button = egui::PointerButton::Primary;
            self.window.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
    }

    pub fn right_click_at(&mut self, at: Pos2) {
        self.window.hover_at(at);
        for pressed in [true, false] {
            let button = egui::PointerButton::Secondary;
            self.window.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
    }

    /// Presses at one place, leads the pointer to the other and lets go.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.window.hover_at(from);
        self.window.run();
        self.window.drag_at(from);
        for share in [0.1, 0.5, 1.0] {
            self.window.hover_at(from.lerp(to, share));
            self.window.run();
        }
        self.window.drop_at(to);
        self.settle();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.window.hover_at(at);
        self.window.run();
        self.window.drag_at(at);
        self.window.run();
        self.window.drop_at(at);
        self.settle();
    }

    /// Clicks while keys are held.
    pub fn click_with(&mut self, modifiers: Modifiers, at: Pos2) {
        self.window.hover_at(at);
        self.window.run();
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            self.window.event_modifiers(egui::Event::PointerButton { pos: at, button, pressed, modifiers }, modifiers);
        }
        self.settle();
    }

    /// Chooses from a drop-down.
    pub fn choose(&mut self, label: &str, option: &str) {
        self.click_role(Role::ComboBox, label);
        self.click_last(option);
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types into whatever has the focus.
    pub fn type_text(&mut self, text: &str) {
        self.window.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Pastes text from another program.
    pub fn paste(&mut self, text: &str) {
        self.window.event(egui::Event::Paste(text.to_owned()));
        self.settle();
    }

    /// The labels of what is selected: of buttons on the canvas, of rows in the list.
    pub fn selected(&self, role: Role) -> Vec<String> {
        let selected = |node: &Node<'_>| {
            let node = node.accesskit_node();
            node.is_selected() == Some(true) || node.toggled() == Some(egui::accesskit::Toggled::True)
        };
        self.window.query_all_by_role(role).filter(selected).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Opens the sample on maternity protection.
    pub fn open_sample(&mut self) {
        let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("mutterschutz")).unwrap();
        let document = dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document;
        self.click(&document.main().unwrap().name);
    }

    /// The labels of all that has this role, in the order of the window.
    pub fn labels(&self, role: Role) -> Vec<String> {
        self.window.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Clicks a field and types over what is in it.
    pub fn type_into(&mut self, role: Role, label: &str, text: &str) {
        self.click_role(role, label);
        self.key(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    /// Names the element whose name is being edited, and ends with this key.
    pub fn name_element(&mut self, name: &str, end: Key) {
        self.type_text(name);
        self.key(Modifiers::NONE, end);
    }

    /// Walks with Tab until what bears this label has the focus.
    pub fn tab_to(&mut self, label: &str) {
        let mut seen = Vec::new();
        for _ in 0..MOST_STOPS {
            self.key(Modifiers::NONE, Key::Tab);
            let focused = self.focused();
            if focused == label {
                return;
            }
            seen.push(focused);
        }
        panic!("Tab does not lead to {label}: {seen:?}");
    }

    /// The label of what has the focus; empty if nothing has.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is for one lifetime only")]
    pub fn focused(&self) -> String {
        let found = self.window.root().query_all(By::new().predicate(|node| node.is_focused())).next();
        found.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }
}
