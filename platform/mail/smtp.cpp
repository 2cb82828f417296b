// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/smtp.hpp"

#include "platform/mail/mail_header.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <new>
#include <string_view>

namespace parvis::mail {

namespace {

using outgoing::EasyRequest;

struct FreeMime {
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void add_part(curl_mime* mime, std::string const& content, std::string const& type, char const* encoder) {
    auto* part = curl_mime_addpart(mime);
    if (part == nullptr || curl_mime_data(part, content.data(), content.size()) != CURLE_OK ||
        curl_mime_type(part, type.c_str()) != CURLE_OK || curl_mime_encoder(part, encoder) != CURLE_OK) {
        throw std::bad_alloc();
    }
}

/// What was said last, before leave was taken.
struct LastWords {
    std::string command; ///< "RCPT"
    long answer = 0;
    bool is_leaving = false;
};

int watch(CURL*, curl_infotype kind, char* data, std::size_t length, void* into) {
    auto& last = *static_cast<LastWords*>(into);
    auto const said = std::string_view(data, length);
    last.is_leaving = last.is_leaving || (kind == CURLINFO_HEADER_OUT && said.starts_with("QUIT"));
    if (last.is_leaving) {
        return 0;
    }
    if (kind == CURLINFO_HEADER_OUT) {
        last = {std::string(said.substr(0, 4)), 0, false};
    } else if (kind == CURLINFO_HEADER_IN) {
        std::from_chars(data, data + std::min<std::size_t>(length, 3), last.answer);
    }
    return 0;
}

Error failure(CURLcode code, LastWords const& last) {
    bool const is_about_the_mail = last.command == "RCPT" || last.command == "DATA";
    // "421 closing" is about the connection, whatever the command was (RFC 5321 section 3.8).
    if (is_about_the_mail && last.answer >= 400 && last.answer != 421) {
        return last.answer >= 500 ? outgoing::refused(last.answer) : outgoing::delayed(last.answer);
    }
    auto const cause = std::string(curl_easy_strerror(code));
    return outgoing::unreachable(
        last.answer >= 400 ? cause + " (" + last.command + " " + std::to_string(last.answer) + ")" : cause);
}

std::string url_of(Server const& server) {
    auto const* scheme = server.encryption == Encryption::tls ? "smtps://" : "smtp://";
    return scheme + server.host + ":" + std::to_string(server.port);
}

void add_headers(EasyRequest& easy, Message const& message) {
    easy.add_header("Date: " + header_date(message.written_at));
    easy.add_header("From: " + header_mailbox(message.from.name, message.from.address));
    easy.add_header("To: " + message.to);
    easy.add_header("Subject: " + header_text(message.subject));
    easy.add_header("Message-ID: <" + message.message_id + ">");
    easy.add_header("Content-Language: " + message.language);
    // No machine shall answer a machine (RFC 3834).
    easy.add_header("Auto-Submitted: auto-generated");
    easy.add_header("Content-Type: multipart/alternative");
}

} // namespace

Result<void> send(Server const& server, Message const& message) {
    if (!is_deliverable(message.from.address) || !is_deliverable(message.to)) {
        return fail(ErrorCode::invalid_input, "mail_address_unfit");
    }
    EasyRequest easy(url_of(server), server.trust_file, server.patience);
    auto* handle = easy.easy();
    std::unique_ptr<curl_mime, FreeMime> const mime(curl_mime_init(handle));
    add_part(mime.get(), with_line_ends(message.text), "text/plain; charset=UTF-8", "quoted-printable");
    if (message.calendar) {
        add_part(mime.get(), with_line_ends(message.calendar->text),
                 "text/calendar; charset=UTF-8; method=" + message.calendar->method + "; component=VEVENT",
                 "base64");
    }
    std::unique_ptr<curl_slist, FreeList> const recipients(curl_slist_append(nullptr, message.to.c_str()));
    add_headers(easy, message);
    LastWords last;
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (server.encryption == Encryption::starttls) {
        curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    }
    if (!server.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, message.from.address.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_MIMEPOST, mime.get());
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L); // to watch(), never to standard error
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &watch);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &last);
    auto const code = easy.perform();
    return code == CURLE_OK ? Result<void>() : failure(code, last);
}

} // namespace parvis::mail
