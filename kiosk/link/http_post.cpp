// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/link/http_post.hpp"

#include "platform/http/problem.hpp"
#include "platform/json/json.hpp"

#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <new>

namespace parvis::kiosk {
namespace {

constexpr std::size_t largest_answer = 64 * 1024;
constexpr long patience_seconds = 15;

struct Session {
    Session() : easy(curl_easy_init()) {
        if (easy == nullptr) {
            throw std::bad_alloc();
        }
        headers = curl_slist_append(headers, "Content-Type: application/json");
        headers = curl_slist_append(headers, "X-Parvis-Request: 1");
        headers = curl_slist_append(headers, "Expect:");
    }
    ~Session() {
        curl_slist_free_all(headers);
        curl_easy_cleanup(easy);
    }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    CURL* easy;
    curl_slist* headers = nullptr;
};

std::size_t take(char* part, std::size_t one, std::size_t count, void* into) {
    auto& answer = *static_cast<std::string*>(into);
    if (answer.size() + one * count > largest_answer) {
        return 0;
    }
    answer.append(part, one * count);
    return one * count;
}

Error not_reached(CURLcode code) {
    ErrorArguments const arguments{{"cause", curl_easy_strerror(code)}};
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return fail(ErrorCode::timeout, "server_not_reached", {}, arguments);
    }
    auto const untrusted = code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE;
    return fail(ErrorCode::unavailable, untrusted ? "tls_untrusted" : "server_not_reached", {}, arguments);
}

Result<boost::json::value> read_answer(long status, std::string const& text) {
    auto answer = json::parse(text, largest_answer);
    if (answer && status >= 200 && status < 300) {
        return std::move(*answer);
    }
    if (answer && answer->is_object() && answer->get_object().contains("code")) {
        return http::error_of(answer->get_object());
    }
    return fail(ErrorCode::unavailable, "answer_not_understood", {}, {{"status", std::to_string(status)}});
}

} // namespace

Result<boost::json::value> post_json(PostTarget const& target, boost::json::value const& body) {
    static std::once_flag initialised;
    std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Session const session;
    auto const sent = json::serialize(body);
    std::string received;
    curl_easy_setopt(session.easy, CURLOPT_URL, target.url.c_str());
    curl_easy_setopt(session.easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(session.easy, CURLOPT_HTTPHEADER, session.headers);
    curl_easy_setopt(session.easy, CURLOPT_POSTFIELDS, sent.c_str());
    curl_easy_setopt(session.easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(sent.size()));
    curl_easy_setopt(session.easy, CURLOPT_TIMEOUT, patience_seconds);
    curl_easy_setopt(session.easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(session.easy, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(session.easy, CURLOPT_WRITEDATA, &received);
    if (!target.trust_file.empty()) {
        curl_easy_setopt(session.easy, CURLOPT_CAINFO, target.trust_file.c_str());
    }
    if (auto const code = curl_easy_perform(session.easy); code != CURLE_OK) {
        return not_reached(code);
    }
    long status = 0;
    curl_easy_getinfo(session.easy, CURLINFO_RESPONSE_CODE, &status);
    return read_answer(status, received);
}

} // namespace parvis::kiosk
