// SPDX-License-Identifier: EUPL-1.2
// Counters, gauges and histograms, told in Prometheus' text format at /metrics.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::metrics {

/// Label name to label value. Few and bounded values only: never an id of a person, an interview or an
/// address.
using Labels = std::map<std::string, std::string>;

/// What the parts of the programs report to. Any thread. Names are snake_case with their unit and begin with
/// the part: "db_transaction_seconds", "ws_links". An undescribed name is fine, its help text is then its
/// name.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void count(std::string const& name, Labels const& labels = {}, double by = 1) = 0;
    virtual void set(std::string const& name, double value, Labels const& labels = {}) = 0;
    /// Into a histogram. Seconds unless the name says otherwise.
    virtual void observe(std::string const& name, double value, Labels const& labels = {}) = 0;
};

/// Forgets everything.
class Silence final : public Sink {
  public:
    void count(std::string const&, Labels const&, double) override {}
    void set(std::string const&, double, Labels const&) override {}
    void observe(std::string const&, double, Labels const&) override {}
};

/// Keeps the values. Using one name for two kinds, or a name or label that Prometheus refuses, throws
/// std::logic_error.
class Registry final : public Sink {
  public:
    /// `prefix` goes before every name: "parvis_" or "parvis_kiosk_".
    explicit Registry(std::string prefix);
    ~Registry() override;
    Registry(Registry const&) = delete;
    Registry& operator=(Registry const&) = delete;

    void count(std::string const& name, Labels const& labels = {}, double by = 1) override;
    void set(std::string const& name, double value, Labels const& labels = {}) override;
    void observe(std::string const& name, double value, Labels const& labels = {}) override;

    /// Says what a name means, before its first use. `buckets` are upper bounds, for histograms only (default
    /// 1 ms .. 60 s).
    void describe(std::string const& name, std::string const& help, std::vector<double> buckets = {});

    /// Text exposition format 0.0.4 (`text/plain; version=0.0.4`).
    std::string exposition() const;

  private:
    struct Families;
    std::string prefix_;
    std::unique_ptr<Families> families_;
};

} // namespace parvis::metrics

namespace parvis {
using MetricsSink = metrics::Sink;
}
