// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { useEffect, useState } from 'react';
import type { AdviserInterview } from '../console_model.ts';

type Subject = components['schemas']['SubjectRow'];

/** What an interview may have been about; while the server does not answer, what the person had touched. */
export function useSubjects({ interview_id, subject, subject_label }: AdviserInterview): readonly Subject[] {
  const [subjects, set_subjects] = useState<readonly Subject[]>([{ subject, label: subject_label }]);
  useEffect(() => {
    let wanted = true;
    const asked = ask(http.GET('/api/v1/interviews/{interview_id}', { params: { path: { interview_id } } }));
    void asked.then((came) => wanted && came.ok && set_subjects(came.value.subjects));
    return () => void (wanted = false);
  }, [interview_id]);
  return subjects;
}
