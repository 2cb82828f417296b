// SPDX-License-Identifier: EUPL-1.2
// Certificates for tests, made on the spot.
#pragma once

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace parvis::http::testing {

/// Writes certificate.pem and key.pem into the folder: self-signed, valid for an hour, for that host name and
/// 127.0.0.1.
inline void make_certificate(std::filesystem::path const& folder, std::string const& host) {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    std::unique_ptr<X509, decltype(&X509_free)> const certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<unsigned char const*>(host.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    auto const names = "DNS:" + host + ",IP:127.0.0.1";
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
    X509_add_ext(certificate.get(), extension, -1);
    X509_EXTENSION_free(extension);
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) {
        throw std::runtime_error("cannot sign the certificate");
    }
    auto const write = [&](char const* file, auto call) {
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> const out(std::fopen((folder / file).c_str(), "w"),
                                                                  &std::fclose);
        if (!out || call(out.get()) == 0) {
            throw std::runtime_error("cannot write " + std::string(file));
        }
    };
    write("certificate.pem", [&](std::FILE* out) { return PEM_write_X509(out, certificate.get()); });
    write("key.pem", [&](std::FILE* out) {
        return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
}

} // namespace parvis::http::testing
