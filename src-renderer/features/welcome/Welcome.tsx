import { ArrowRight, FlaskConical, KeyRound, MapPin } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { openWorkspace, useWorkspace } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { KeySteps } from './KeySteps.tsx';
import './Welcome.css';

/** The first start: try everything in practice mode, or begin with a key. */
export function Welcome({ onDone }: { onDone: () => void }) {
  const [step, setStep] = useState<'choose' | 'key'>('choose');
  return (
    <main className="welcome">
      <div className="welcome-inner">
        {step === 'choose' ? (
          <Choose onDone={onDone} onKey={() => setStep('key')} />
        ) : (
          <KeySteps onDone={onDone} onBack={() => setStep('choose')} />
        )}
      </div>
    </main>
  );
}

function Choose({ onDone, onKey }: { onDone: () => void; onKey: () => void }) {
  const opening = useWorkspace((state) => state.opening);
  async function practise() {
    if (await openWorkspace('practice')) onDone();
  }
  return (
    <>
      <span className="welcome-mark">
        <MapPin aria-hidden="true" size={24} strokeWidth={2} />
      </span>
      <p className="welcome-name">{t.app.name}</p>
      <h1>{t.welcome.title}</h1>
      <p className="welcome-words">{t.welcome.words}</p>
      <div className="welcome-cards">
        <section className="welcome-card welcome-card-first" aria-labelledby="welcome-practice">
          <FlaskConical aria-hidden="true" size={20} />
          <h2 id="welcome-practice">{t.welcome.practiceTitle}</h2>
          <span className="welcome-tag">{t.welcome.recommended}</span>
          <p>{t.welcome.practiceWords}</p>
          <Button look="primary" icon={ArrowRight} busy={opening === 'practice'} onClick={() => void practise()}>
            {opening === 'practice' ? t.welcome.opening : t.welcome.practiceButton}
          </Button>
        </section>
        <section className="welcome-card" aria-labelledby="welcome-real">
          <KeyRound aria-hidden="true" size={20} />
          <h2 id="welcome-real">{t.welcome.realTitle}</h2>
          <p>{t.welcome.realWords}</p>
          <Button onClick={onKey}>{t.welcome.realButton}</Button>
        </section>
      </div>
      <p className="welcome-later">{t.welcome.later}</p>
    </>
  );
}
