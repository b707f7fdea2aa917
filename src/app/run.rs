//! Opens the window, on whatever can draw it: a graphics card first, then what the machine has.

use super::fonts::Guarded;
use super::settings::Settings;
use super::{App, Paths, icon};
use crate::i18n::Texts;
use eframe::NativeOptions;
use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
use eframe::wgpu::{Adapter, DeviceType};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Renderer {
    /// Vulkan, Metal or Direct3D, by whatever there is.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl Renderer {
    /// The renderer of that name: `wgpu` or `glow`.
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "wgpu" => Some(Self::Wgpu),
            "glow" => Some(Self::Glow),
            _ => None,
        }
    }
}

/// One try to open the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rung {
    /// wgpu on a graphics card.
    Card,
    /// OpenGL, in software too.
    Glow,
    /// wgpu on anything.
    Any,
}

/// Opens the window with these files and stays until it is closed. `renderer` goes before the variable
/// `DIENSTWEG_RENDERER`, and that before the settings. Without a display it says so and ends with 2.
pub fn run(files: Vec<PathBuf>, renderer: Option<Renderer>) -> ExitCode {
    super::keep_freed_memory();
    let paths = Paths::of_user();
    let (settings, _) = Settings::read(&paths);
    let texts = Texts::new(settings.language());
    if !has_display() {
        return fail(texts.get("no-display"));
    }
    let named = std::env::var("DIENSTWEG_RENDERER").ok().and_then(|name| Renderer::of_name(&name));
    super::files::report_crashes(&paths.data);
    let mut reasons = Vec::new();
    for rung in rungs(renderer.or(named).or(settings.renderer)) {
        let (paths, files) = (paths.clone(), files.clone());
        let opened = eframe::run_native(
            "Dienstweg",
            options(*rung),
            Box::new(move |creation| {
                creation.egui_ctx.add_font_provider(Arc::new(Guarded::of_system()));
                let mut app = App::new(&creation.egui_ctx, paths);
                app.has_system_clipboard = true;
                app.open_at_start(&creation.egui_ctx, files);
                Ok(Box::new(app))
            }),
        );
        match opened {
            Ok(()) => return ExitCode::SUCCESS,
            Err(eframe::Error::WinitEventLoop(_)) if reasons.is_empty() => return fail(texts.get("no-display")),
            Err(error) => reasons.push(error.to_string()),
        }
    }
    fail(&texts.with("no-renderer", &[("reason", (&reasons.join("; ")).into())]))
}

fn rungs(chosen: Option<Renderer>) -> &'static [Rung] {
    match chosen {
        None => &[Rung::Card, Rung::Glow, Rung::Any],
        Some(Renderer::Wgpu) => &[Rung::Any],
        Some(Renderer::Glow) => &[Rung::Glow],
    }
}

fn fail(sentence: &str) -> ExitCode {
    // Where nobody reads it any more, nothing is left to do.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(2)
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}

fn options(rung: Rung) -> NativeOptions {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("dienstweg")
        .with_title("Dienstweg")
        .with_icon(icon::icon())
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size([960.0, 600.0])
        .with_drag_and_drop(true);
    let renderer = if rung == Rung::Glow { eframe::Renderer::Glow } else { eframe::Renderer::Wgpu };
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    if rung == Rung::Card {
        setup.native_adapter_selector = Some(Arc::new(|adapters, surface| {
            let fits = |adapter: &&Adapter| {
                adapter.get_info().device_type != DeviceType::Cpu && surface.is_none_or(|surface| adapter.is_surface_supported(surface))
            };
            adapters.iter().find(fits).cloned().ok_or_else(|| "no graphics card".to_owned())
        }));
    }
    let wgpu_options = WgpuConfiguration { wgpu_setup: WgpuSetup::CreateNew(setup), ..Default::default() };
    NativeOptions { viewport, renderer, wgpu_options, system_font_fallback: false, ..Default::default() }
}
