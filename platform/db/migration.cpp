// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/migration.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace parvis::db {
namespace {

struct FileName {
    int version = 0;
    std::string name;
    std::optional<Dialect> dialect;
};

Error wrong(std::string reason, std::string_view file) {
    return fail(ErrorCode::invalid_input, std::move(reason), {}, {{"file", std::string(file)}});
}

bool drop_ending(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending)) {
        return false;
    }
    text.remove_suffix(ending.size());
    return true;
}

std::optional<FileName> parse_name(std::string_view file) {
    FileName parsed;
    if (!drop_ending(file, ".sql")) {
        return std::nullopt;
    }
    if (drop_ending(file, ".sqlite")) {
        parsed.dialect = Dialect::sqlite;
    } else if (drop_ending(file, ".postgresql")) {
        parsed.dialect = Dialect::postgresql;
    }
    if (file.size() < 6 || file[4] != '_') {
        return std::nullopt;
    }
    auto const [end, error] = std::from_chars(file.data(), file.data() + 4, parsed.version);
    parsed.name = file.substr(5);
    bool const plain =
        parsed.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (error != std::errc{} || end != file.data() + 4 || parsed.version < 1 || !plain) {
        return std::nullopt;
    }
    return parsed;
}

/// Puts one file in its place; an Error when the place is taken or the text is broken.
Result<void> add(std::map<int, Migration>& by_version, std::string_view file, std::string_view text) {
    auto const parsed = parse_name(file);
    if (!parsed) {
        return wrong("migration_name_invalid", file);
    }
    auto const statements = split_statements(text);
    if (!statements || statements->empty()) {
        return wrong("migration_malformed", file);
    }
    auto& migration = by_version[parsed->version];
    bool const first = migration.name.empty();
    bool const for_sqlite = parsed->dialect != Dialect::postgresql;
    bool const for_postgresql = parsed->dialect != Dialect::sqlite;
    if ((!first && migration.name != parsed->name) || (for_sqlite && !migration.sqlite.empty()) ||
        (for_postgresql && !migration.postgresql.empty())) {
        return wrong("migration_duplicate", file);
    }
    migration.version = parsed->version;
    migration.name = parsed->name;
    if (for_sqlite) {
        migration.sqlite = text;
    }
    if (for_postgresql) {
        migration.postgresql = text;
    }
    return {};
}

} // namespace

Result<std::vector<Migration>>
migrations_from(std::vector<std::pair<std::string_view, std::string_view>> const& files) {
    std::map<int, Migration> by_version;
    for (auto const& [file, text] : files) {
        if (auto added = add(by_version, file, text); !added) {
            return added.error();
        }
    }
    std::vector<Migration> migrations;
    for (auto& [version, migration] : by_version) {
        if (version != static_cast<int>(migrations.size()) + 1) {
            return fail(ErrorCode::invalid_input, "migration_missing", {},
                        {{"version", std::to_string(migrations.size() + 1)}});
        }
        if (migration.sqlite.empty() || migration.postgresql.empty()) {
            return wrong("migration_incomplete", migration.name);
        }
        migrations.push_back(std::move(migration));
    }
    return migrations;
}

} // namespace parvis::db
