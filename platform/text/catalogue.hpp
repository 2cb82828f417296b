// SPDX-License-Identifier: EUPL-1.2
// The sentences of the server, in every language: ICU messages from
// web/packages/i18n/catalogues/<language>/server.json, built into the program.
#pragma once

#include "platform/result/result.hpp"
#include "platform/text/language.hpp"
#include "platform/time/instant.hpp"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace parvis::text {

/// A value for a message: text, whole number ({n, plural, ...}), number, or instant ({at, date, ...}, shown
/// in the zone given to Catalogue).
using Argument = std::variant<std::string, std::int64_t, double, Instant>;
using Arguments = std::vector<std::pair<std::string, Argument>>;

/// The same as ErrorArguments. A text that is a whole number is given to ICU as a number, so that plurals
/// work.
Arguments arguments_of(ErrorArguments const& arguments);

/// Any thread, after construction.
class Catalogue {
  public:
    /// The built-in sentences. Throws std::runtime_error when one of them is malformed.
    static Catalogue const& built_in();

    /// From flat JSON texts, key -> ICU message. Errors: invalid_input "catalogue_malformed" (language, key).
    static Result<Catalogue> from_json(std::string_view french, std::string_view english,
                                       std::string zone = "Europe/Paris");
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    /// The sentence. A key that is not in the catalogue gives the key itself and one error line in the log: a
    /// missing sentence must not undo what a person did. A missing argument shows as {name}.
    std::string say(Language language, std::string_view key, Arguments const& arguments = {}) const;

    bool has(Language language, std::string_view key) const;
    /// Sorted.
    std::vector<std::string> keys(Language language) const;

  private:
    struct Messages;
    explicit Catalogue(std::unique_ptr<Messages> messages);
    std::unique_ptr<Messages> messages_;
};

/// built_in().say(...)
std::string say(Language language, std::string_view key, Arguments const& arguments = {});

/// The sentence of an error: `problem.<reason>`; when there is none, the sentence of its code,
/// `problem.<code>`.
std::string say(Language language, Error const& error);

} // namespace parvis::text
