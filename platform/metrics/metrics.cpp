// SPDX-License-Identifier: EUPL-1.2
#include "platform/metrics/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <stdexcept>

namespace parvis::metrics {
namespace {

std::vector<double> const& usual_buckets() {
    static std::vector<double> const bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                            0.5,   1,      2.5,   5,    10,    30,   60};
    return bounds;
}

} // namespace

struct Registry::Families {
    struct Description {
        std::string help;
        std::vector<double> buckets;
    };

    mutable std::mutex mutex;
    prometheus::Registry registry;
    std::map<std::string, Description> descriptions;
    std::map<std::string, prometheus::Family<prometheus::Counter>*> counters;
    std::map<std::string, prometheus::Family<prometheus::Gauge>*> gauges;
    std::map<std::string, prometheus::Family<prometheus::Histogram>*> histograms;

    std::string help(std::string const& name) const {
        auto const found = descriptions.find(name);
        return found == descriptions.end() ? name : found->second.help;
    }
    std::vector<double> const& buckets(std::string const& name) const {
        auto const found = descriptions.find(name);
        return found == descriptions.end() || found->second.buckets.empty() ? usual_buckets()
                                                                            : found->second.buckets;
    }

    template <class Metric, class Build>
    prometheus::Family<Metric>& family(std::map<std::string, prometheus::Family<Metric>*>& known,
                                       std::string const& name, std::string const& full_name, Build&& build) {
        auto const found = known.find(name);
        if (found != known.end()) {
            return *found->second;
        }
        try {
            auto& made = build().Name(full_name).Help(help(name)).Register(registry);
            known.emplace(name, &made);
            return made;
        } catch (std::invalid_argument const& e) {
            throw std::logic_error("metric " + full_name + ": " + e.what());
        }
    }

    template <class Metric, class... Arguments>
    static Metric& member(prometheus::Family<Metric>& family, Labels const& labels,
                          Arguments const&... arguments) {
        try {
            return family.Add(labels, arguments...);
        } catch (std::invalid_argument const& e) {
            throw std::logic_error("labels of metric " + family.GetName() + ": " + e.what());
        }
    }
};

Registry::Registry(std::string prefix)
    : prefix_(std::move(prefix)), families_(std::make_unique<Families>()) {}
Registry::~Registry() = default;

void Registry::count(std::string const& name, Labels const& labels, double by) {
    std::lock_guard const lock(families_->mutex);
    auto& family = families_->family(families_->counters, name, prefix_ + name, prometheus::BuildCounter);
    Families::member(family, labels).Increment(by);
}

void Registry::set(std::string const& name, double value, Labels const& labels) {
    std::lock_guard const lock(families_->mutex);
    auto& family = families_->family(families_->gauges, name, prefix_ + name, prometheus::BuildGauge);
    Families::member(family, labels).Set(value);
}

void Registry::observe(std::string const& name, double value, Labels const& labels) {
    std::lock_guard const lock(families_->mutex);
    auto& family = families_->family(families_->histograms, name, prefix_ + name, prometheus::BuildHistogram);
    Families::member(family, labels, families_->buckets(name)).Observe(value);
}

void Registry::describe(std::string const& name, std::string const& help, std::vector<double> buckets) {
    std::lock_guard const lock(families_->mutex);
    families_->descriptions[name] = {help, std::move(buckets)};
}

std::string Registry::exposition() const {
    std::lock_guard const lock(families_->mutex);
    return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

} // namespace parvis::metrics
