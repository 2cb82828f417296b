// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/catalogue.hpp"

#include "embedded/parvis_text_embedded_catalogues.hpp"
#include "platform/json/parse.hpp"
#include "platform/log/log.hpp"

#include <boost/json/object.hpp>
#include <unicode/datefmt.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

#include <charconv>
#include <map>
#include <stdexcept>

namespace parvis::text {
namespace {

constexpr std::size_t largest_catalogue = 4U << 20U;

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Locale locale_of(Language language) {
    return language == Language::fr ? icu::Locale("fr", "FR") : icu::Locale("en", "GB");
}

icu::Formattable formattable(Argument const& argument) {
    return std::visit(
        [](auto const& held) -> icu::Formattable {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                return {unicode(held)};
            } else if constexpr (std::is_same_v<Held, Instant>) {
                return {static_cast<UDate>(held.ms), icu::Formattable::kIsDate};
            } else {
                return {held};
            }
        },
        argument);
}

using Message = std::unique_ptr<icu::MessageFormat>;

/// Null when ICU does not understand the pattern.
Message compile(Language language, std::string_view pattern, icu::TimeZone const& zone) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    auto message = std::make_unique<icu::MessageFormat>(unicode(pattern), locale_of(language), where, status);
    if (U_FAILURE(status)) {
        return nullptr;
    }
    // Dates inside messages would otherwise follow the zone of the machine.
    std::int32_t count = 0;
    icu::Format const** formats = message->getFormats(count);
    for (std::int32_t i = 0; formats != nullptr && i < count; ++i) {
        if (auto const* date = dynamic_cast<icu::DateFormat const*>(formats[i])) {
            auto* own = date->clone();
            own->setTimeZone(zone);
            message->adoptFormat(i, own);
            formats = message->getFormats(count);
        }
    }
    return message;
}

Error malformed(Language language, std::string key) {
    return fail(ErrorCode::invalid_input, "catalogue_malformed", {},
                {{"language", std::string(tag(language))}, {"key", std::move(key)}});
}

} // namespace

struct Catalogue::Messages {
    std::map<std::string, Message, std::less<>> french;
    std::map<std::string, Message, std::less<>> english;

    auto const& of(Language language) const { return language == Language::fr ? french : english; }

    Result<void> read(Language language, std::string_view source, icu::TimeZone const& zone) {
        auto const parsed = json::parse(source, largest_catalogue);
        if (!parsed || !parsed->is_object()) {
            return malformed(language, {});
        }
        auto& into = language == Language::fr ? french : english;
        for (auto const& member : parsed->get_object()) {
            std::string key(member.key());
            auto const* pattern = member.value().if_string();
            auto message =
                pattern == nullptr ? nullptr : compile(language, {pattern->data(), pattern->size()}, zone);
            if (!message) {
                return malformed(language, std::move(key));
            }
            into.emplace(std::move(key), std::move(message));
        }
        return {};
    }
};

Catalogue::Catalogue(std::unique_ptr<Messages> messages) : messages_(std::move(messages)) {}
Catalogue::~Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;

Result<Catalogue> Catalogue::from_json(std::string_view french, std::string_view english, std::string zone) {
    std::unique_ptr<icu::TimeZone> const time_zone(icu::TimeZone::createTimeZone(unicode(zone)));
    auto messages = std::make_unique<Messages>();
    if (auto read = messages->read(Language::fr, french, *time_zone); !read) {
        return read.error();
    }
    if (auto read = messages->read(Language::en, english, *time_zone); !read) {
        return read.error();
    }
    return Catalogue(std::move(messages));
}

Catalogue const& Catalogue::built_in() {
    static Catalogue const catalogue = [] {
        auto const& files = embedded_catalogues();
        auto made = from_json(files.at(0).second, files.at(1).second);
        if (!made) {
            throw std::runtime_error("the built-in sentences: " + describe(made.error()));
        }
        return std::move(*made);
    }();
    return catalogue;
}

std::string Catalogue::say(Language language, std::string_view key, Arguments const& arguments) const {
    auto const& messages = messages_->of(language);
    auto const found = messages.find(key);
    if (found == messages.end()) {
        log::error("sentence_missing", {{"key", key}, {"language", tag(language)}});
        return std::string(key);
    }
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (auto const& [name, value] : arguments) {
        names.push_back(unicode(name));
        values.push_back(formattable(value));
    }
    UErrorCode status = U_ZERO_ERROR;
    // ICU fills in parts of a message while it formats: a copy for each call keeps threads apart.
    std::unique_ptr<icu::MessageFormat> const message(found->second->clone());
    icu::UnicodeString text;
    message->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), text, status);
    if (U_FAILURE(status)) {
        log::error("sentence_failed",
                   {{"key", key}, {"language", tag(language)}, {"cause", u_errorName(status)}});
        return std::string(key);
    }
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool Catalogue::has(Language language, std::string_view key) const {
    return messages_->of(language).contains(key);
}

std::vector<std::string> Catalogue::keys(Language language) const {
    std::vector<std::string> keys;
    for (auto const& [key, message] : messages_->of(language)) {
        keys.push_back(key);
    }
    return keys;
}

Arguments arguments_of(ErrorArguments const& arguments) {
    Arguments converted;
    for (auto const& [name, value] : arguments) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        bool const whole = error == std::errc{} && std::to_string(number) == value;
        converted.emplace_back(name, whole ? Argument(number) : Argument(value));
    }
    return converted;
}

std::string say(Language language, std::string_view key, Arguments const& arguments) {
    return Catalogue::built_in().say(language, key, arguments);
}

std::string say(Language language, Error const& error) {
    auto arguments = arguments_of(error.arguments);
    arguments.emplace_back("pointer", error.pointer);
    auto const& catalogue = Catalogue::built_in();
    auto const precise = "problem." + error.reason;
    if (catalogue.has(language, precise)) {
        return catalogue.say(language, precise, arguments);
    }
    log::warn("sentence_missing", {{"key", precise}, {"language", tag(language)}});
    return catalogue.say(language, "problem." + std::string(to_string(error.code)), arguments);
}

} // namespace parvis::text
