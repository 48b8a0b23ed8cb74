import { useState } from 'react';
import type { About } from '#shared/contract/about-views.ts';
import { Button } from '../../components/Button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { Modal } from '../../components/Modal.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import './AboutDialog.css';
import { closeAbout, readAbout, useAbout } from './about-store.ts';
import { matching, versionLines } from './packages.ts';

/** Versions of the app and its parts, and the licences of everything it is made of. */
export function AboutDialog() {
  const { open, about, error } = useAbout();
  function copy() {
    if (about !== null) showNote(copyText(versionLines(about)) ? t.about.copied : t.about.notCopied);
  }
  return (
    <Modal
      open={open}
      onClose={closeAbout}
      title={t.about.title}
      description={t.about.words}
      actions={
        <>
          <Button disabled={about === null} onClick={copy}>
            {t.about.copy}
          </Button>
          <Button look="primary" onClick={closeAbout}>
            {t.actions.close}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorState error={error} onRetry={() => void readAbout()} />}
      {error === null && about === null && <Loading label={t.about.loading} />}
      {about !== null && (
        <>
          <Versions about={about} />
          <Packages about={about} />
          <p className="about-electron">{t.about.electron}</p>
        </>
      )}
    </Modal>
  );
}

function Versions({ about }: { about: About }) {
  const names = Object.keys(t.about.version) as (keyof typeof t.about.version)[];
  return (
    <dl className="about-versions" aria-label={t.about.versions}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t.about.version[name]}</dt>
          <dd className="numeric">{about.versions[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Packages({ about }: { about: About }) {
  const [search, setSearch] = useState('');
  const found = matching(about.packages, search);
  return (
    <section className="about-made" aria-label={t.about.packages(about.packages.length)}>
      <div className="about-search">
        <SearchBox label={t.about.search} search={search} onSearch={setSearch} />
        <span className="about-count" role="status">
          {found.length === 0 ? t.about.none : t.about.packages(found.length)}
        </span>
      </div>
      <ul className="about-packages">
        {found.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>
                <span className="about-name">{name}</span> <span className="numeric">{version}</span>{' '}
                <span className="about-licence">{licence}</span>
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
