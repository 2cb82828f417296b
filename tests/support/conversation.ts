// SPDX-License-Identifier: EUPL-1.2
import { start_installation, type Installation } from './installation.ts';
import { Adviser, Citizen, meet } from './people.ts';

/** An interview that is on: a whole installation in Bretenoux, in which citizen and adviser see each other. */
export interface Conversation {
  installation: Installation;
  citizen: Citizen;
  adviser: Adviser;
  /** Everybody leaves, and everything that was started is stopped. */
  end(): Promise<void>;
}

export async function begin_conversation(settings: Omit<Parameters<typeof start_installation>[0], 'commune'> = {}): Promise<Conversation> {
  const installation = await start_installation({ commune: 'Bretenoux', ...settings });
  const people: (Adviser | Citizen)[] = [];
  const end = async (): Promise<void> => {
    for (const person of people) await person.leave();
    await installation.stop();
  };
  const arrived = async <Who extends Adviser | Citizen>(coming: Promise<Who>): Promise<Who> => {
    const person = await coming;
    people.push(person);
    return person;
  };
  try {
    const [adviser, citizen] = await Promise.all([arrived(Adviser.at_work(installation.server)), arrived(Citizen.arrive(installation.kiosk))]);
    await meet(citizen, adviser);
    return { installation, citizen, adviser, end };
  } catch (error) {
    await end();
    throw error;
  }
}
