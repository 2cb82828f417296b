// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/migration.hpp"

#include <algorithm>
#include <cctype>

namespace parvis::db {
namespace {

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::string upper(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

class Splitter {
  public:
    explicit Splitter(std::string_view script) : script_(script) {}

    Result<std::vector<std::string>> split() {
        while (at_ < script_.size()) {
            if (!step()) {
                return unfinished(opened_at_);
            }
        }
        if (depth_ > 0) {
            return unfinished(body_at_);
        }
        finish_statement();
        return std::move(statements_);
    }

  private:
    /// Takes one piece. False when it never ends.
    bool step() {
        char const c = script_[at_];
        opened_at_ = at_;
        if (starts("--")) {
            at_ = std::min(script_.find('\n', at_), script_.size());
            return true;
        }
        if (starts("/*")) {
            return skip_past("*/", 2);
        }
        if (c == ';' && depth_ == 0) {
            finish_statement();
            ++at_;
            return true;
        }
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            take(at_ + 1);
            return true;
        }
        if (c == '\'' || c == '"') {
            // A doubled quote inside reads as two texts side by side, which splits alike.
            return take_past(std::string(1, c), 1);
        }
        if (c == '$') {
            return dollar();
        }
        if (is_word_character(c)) {
            word();
            return true;
        }
        take(at_ + 1);
        return true;
    }

    bool starts(std::string_view text) const { return script_.substr(at_).starts_with(text); }

    void take(std::size_t end) {
        current_ += script_.substr(at_, end - at_);
        at_ = end;
    }

    bool take_past(std::string const& closing, std::size_t opening_length) {
        auto const end = script_.find(closing, at_ + opening_length);
        if (end == std::string_view::npos) {
            return false;
        }
        take(end + closing.size());
        return true;
    }

    bool skip_past(std::string_view closing, std::size_t opening_length) {
        auto const end = script_.find(closing, at_ + opening_length);
        if (end == std::string_view::npos) {
            return false;
        }
        at_ = end + closing.size();
        current_ += ' ';
        return true;
    }

    /// PostgreSQL's $tag$ .. $tag$; any other dollar sign is a plain character.
    bool dollar() {
        auto end = at_ + 1;
        while (end < script_.size() && is_word_character(script_[end])) {
            ++end;
        }
        bool const is_tag =
            end < script_.size() && script_[end] == '$' &&
            (end == at_ + 1 || std::isdigit(static_cast<unsigned char>(script_[at_ + 1])) == 0);
        if (!is_tag) {
            take(at_ + 1);
            return true;
        }
        std::string const tag(script_.substr(at_, end + 1 - at_));
        return take_past(tag, tag.size());
    }

    void word() {
        auto end = at_;
        while (end < script_.size() && (is_word_character(script_[end]) || script_[end] == '$')) {
            ++end;
        }
        auto const name = upper(script_.substr(at_, end - at_));
        if (words_.size() < 5) {
            words_.push_back(name);
        }
        if (has_body()) {
            if (name == "BEGIN" && depth_ == 0) {
                body_at_ = at_;
            }
            if (name == "BEGIN" || (name == "CASE" && depth_ > 0)) {
                ++depth_;
            } else if (name == "END" && depth_ > 0) {
                --depth_;
            }
        }
        take(end);
    }

    /// CREATE [OR REPLACE] [TEMP] TRIGGER|FUNCTION|PROCEDURE: only there does BEGIN open a body.
    bool has_body() const {
        if (words_.empty() || words_.front() != "CREATE") {
            return false;
        }
        return std::any_of(words_.begin(), words_.end(), [](auto const& word) {
            return word == "TRIGGER" || word == "FUNCTION" || word == "PROCEDURE";
        });
    }

    void finish_statement() {
        auto const first = current_.find_first_not_of(" \t\r\n");
        if (first != std::string::npos) {
            auto const last = current_.find_last_not_of(" \t\r\n");
            statements_.push_back(current_.substr(first, last - first + 1));
        }
        current_.clear();
        words_.clear();
    }

    Error unfinished(std::size_t opened_at) const {
        auto const line =
            1 + std::count(script_.begin(), script_.begin() + static_cast<std::ptrdiff_t>(opened_at), '\n');
        return fail(ErrorCode::invalid_input, "sql_unfinished", {}, {{"line", std::to_string(line)}});
    }

    std::string_view script_;
    std::size_t at_ = 0;
    std::size_t opened_at_ = 0;
    std::size_t body_at_ = 0;
    int depth_ = 0;
    std::string current_;
    std::vector<std::string> words_; ///< the first ones of the current statement
    std::vector<std::string> statements_;
};

} // namespace

Result<std::vector<std::string>> split_statements(std::string_view script) {
    return Splitter(script).split();
}

} // namespace parvis::db
