// SPDX-License-Identifier: EUPL-1.2
#include "platform/outgoing/easy_request.hpp"

#include <mutex>
#include <new>
#include <utility>

namespace parvis::outgoing {

EasyRequest::EasyRequest(std::string const& url, std::string const& trust_file, Patience patience) {
    static std::once_flag initialised;
    std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    easy_ = curl_easy_init();
    if (easy_ == nullptr) {
        throw std::bad_alloc();
    }
    curl_easy_setopt(easy_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.connect.count()));
    curl_easy_setopt(easy_, CURLOPT_TIMEOUT_MS, static_cast<long>(patience.whole.count()));
    curl_easy_setopt(easy_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // The environment of the process must not decide where messages about people go.
    curl_easy_setopt(easy_, CURLOPT_PROXY, "");
    if (!trust_file.empty()) {
        curl_easy_setopt(easy_, CURLOPT_CAINFO, trust_file.c_str());
    }
}

EasyRequest::~EasyRequest() {
    curl_easy_cleanup(easy_);
    curl_slist_free_all(headers_);
}

void EasyRequest::add_header(std::string const& line) {
    auto* longer = curl_slist_append(headers_, line.c_str());
    if (longer == nullptr) {
        throw std::bad_alloc();
    }
    headers_ = longer;
}

CURLcode EasyRequest::perform() {
    curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
    return curl_easy_perform(easy_);
}

long EasyRequest::answer_code() {
    long code = 0;
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

Error unreachable(std::string cause) {
    return fail(ErrorCode::unavailable, "delivery_unreachable", {}, {{"cause", std::move(cause)}});
}

Error delayed(long answer) {
    return fail(ErrorCode::rate_limited, "delivery_delayed", {}, {{"answer", std::to_string(answer)}});
}

Error refused(long answer) {
    return fail(ErrorCode::invalid_input, "delivery_refused", {}, {{"answer", std::to_string(answer)}});
}

} // namespace parvis::outgoing
