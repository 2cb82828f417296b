// SPDX-License-Identifier: EUPL-1.2
// Everything that a page may use of this package; docs/realtime.md tells the life cycle of the messages.
export type {
  Call, CallEvents, CallOptions, CallState, ControlLine, ControlLineEvents, LineFigures, OutgoingPaper, PaperLine,
  PaperLineEvents, PaperOutcome, PaperProgress, PaperToSend, PaperWipe, Quality, QualityLevel, ReceivedPaper,
} from './api.ts';
export { largest_paper_bytes } from './api.ts';
export { create_call } from './call.ts';
export type {
  AdviserMessage, CameraState, ColourMode, ControlMessage, FileCloser, IgnoredMessage, JsonObject, JsonValue, KioskMessage, MessageOf,
  PageDecision, PrintDecision, PrintOptions, PrintPurpose, PrintSides, PrintState, ReceivedBy, Retouch, ScanOptions,
  ScanResolution, ScanSource, ScanStatus, SentBy, SharedMessage, Side, WipeCounts,
} from './control.ts';
export { read_control_message } from './control_reader.ts';
export { OncePerCommand } from './once_per_command.ts';
export { read_signal } from './signal.ts';
export type { Signal } from './signal.ts';
export { new_id } from './ids.ts';
export {
  open_camera_and_microphone, list_devices, play_test_sound,
} from './devices.ts';
export type { DeviceChoice, DeviceList, DeviceFailure, OpenedDevices } from './devices.ts';
export { watch_microphone } from './microphone.ts';
export type { MicrophoneReading } from './microphone.ts';
export { watch_framing } from './framing.ts';
export type { FramingHint } from './framing.ts';
