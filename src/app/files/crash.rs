//! A short report beside the recovery copies when the program breaks.

use std::path::{Path, PathBuf};

/// From now on, writes where and why the program broke, before the usual message.
pub(in crate::app) fn report_crashes(data: &Path) {
    let file = report_file(data);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |broken| {
        let when = jiff::Zoned::now().strftime("%Y-%m-%d %H:%M:%S").to_string();
        let report = format!("Dienstweg {} · {} · {when}\n{broken}\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
        if let Some(folder) = file.parent() {
            // A report that cannot be written must not break the breaking.
            let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, report));
        }
        usual(broken);
    }));
}

fn report_file(data: &Path) -> PathBuf {
    data.join("recovery").join("crash-report.txt")
}
